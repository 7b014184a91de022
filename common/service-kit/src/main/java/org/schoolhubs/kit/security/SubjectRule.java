package org.schoolhubs.kit.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token says who it is: without a subject nothing could be explained later, and a subject that looks like one of our own would lie in the journal. */
@ApplicationScoped
class SubjectRule implements SecurityIdentityAugmentor {
    private static final Pattern FORM = Pattern.compile("(?!system:|anonymous$)[\\x21-\\x7e]{1,255}");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && (token.getSubject() == null || !FORM.matcher(token.getSubject()).matches())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The token has no usable subject"));
        }
        return Uni.createFrom().item(identity);
    }
}
