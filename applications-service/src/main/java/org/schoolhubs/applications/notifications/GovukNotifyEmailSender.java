package org.schoolhubs.applications.notifications;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends by GOV.UK Notify. Notify does not recognise a repeat, but finds what it accepted by our reference. What it answers in words is neither logged nor
 * kept: it may quote an address.
 */
final class GovukNotifyEmailSender implements EmailSender {
    static final String NAME = "govuk-notify";
    private static final Pattern KEY = Pattern.compile(".*[0-9a-fA-F-]{36}-[0-9a-fA-F-]{36}");
    private static final String OUR_DEFAULT = null;
    private static final String ANY_STATUS = null;
    private static final String FROM_NEWEST = null;
    private final NotificationClient client;
    private final String generalTemplate;
    private final Duration patience;
    /** The client waits without limit; a call that takes too long is left to itself and its outcome is unknown. */
    private final ExecutorService calls = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "govuk-notify");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param generalTemplate template of Notify for e-mail that names none of its own
     * @throws IllegalStateException for a key that is not one
     */
    GovukNotifyEmailSender(String apiKey, String baseUrl, String generalTemplate, Duration patience) {
        if (!KEY.matcher(apiKey).matches()) {
            throw new IllegalStateException("NOTIFY_API_KEY is not a key of GOV.UK Notify: it ends with the service's id and the secret, each a UUID.");
        }
        this.client = new NotificationClient(apiKey, baseUrl);
        this.generalTemplate = generalTemplate;
        this.patience = patience;
    }

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public String send(Email email) {
        String template = email.templateId() == null ? generalTemplate : email.templateId();
        return call(() -> client.sendEmail(template, email.address(), email.personalisation(), email.reference(), OUR_DEFAULT, oneClick(email))
                .getNotificationId().toString());
    }

    @Override
    public Optional<String> accepted(String reference) {
        return call(() -> client.getNotifications(ANY_STATUS, "email", reference, FROM_NEWEST).getNotifications().stream()
                .filter(found -> found.getReference().filter(reference::equals).isPresent()).map(Notification::getId).map(Object::toString).findFirst());
    }

    /** Notify puts it into the header of the e-mail, for which it takes secure URLs only. */
    private static URI oneClick(Email email) {
        return email.unsubscribe() != null && "https".equals(email.unsubscribe().getScheme()) ? email.unsubscribe() : null;
    }

    private <T> T call(Callable<T> request) {
        Future<T> answer = calls.submit(request);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new SendingFailed(SendingFailed.Kind.LATER, "provider-silent");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SendingFailed(SendingFailed.Kind.LATER, "stopping");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof NotificationClientException refusal ? told(refusal)
                    : new SendingFailed(SendingFailed.Kind.LATER, "provider-answer-unreadable");
        }
    }

    private static SendingFailed told(NotificationClientException refusal) {
        if (refusal.getCause() instanceof IOException) {
            return new SendingFailed(SendingFailed.Kind.LATER, "provider-away");
        }
        int status = refusal.getHttpResult();
        return switch (status) {
            case 400 -> new SendingFailed(SendingFailed.Kind.NEVER, "provider-refused");
            case 401, 403 -> new SendingFailed(SendingFailed.Kind.OUR_SETTINGS, "provider-refused-key");
            case 404 -> new SendingFailed(SendingFailed.Kind.OUR_SETTINGS, "provider-not-found");
            case 429 -> new SendingFailed(SendingFailed.Kind.LATER, "provider-limit");
            default -> new SendingFailed(SendingFailed.Kind.LATER, "provider-failed-" + status);
        };
    }

    void close() {
        calls.shutdownNow();
    }
}
