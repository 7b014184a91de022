# Images of School Hubs: the services and the gateway (target "service"), Kafka Connect and the trial issuer (target "part").
# Nothing is compiled here. Package first, then build, all from the root of the checkout:
#
#   ./mvnw -DskipTests package
#   docker build --target service --build-arg MODULE=hubs-service -t school-hubs/hubs-service .
#   docker build --target part --build-arg PART=connect -t school-hubs/connect .
#
# Runs with a read-only root file system; only /tmp and what is mounted under /var/lib/school-hubs are written.
# A JVM option is added with JAVA_TOOL_OPTIONS.
ARG BASE=registry.access.redhat.com/ubi9/openjdk-17-runtime:1.24

FROM ${BASE} AS runtime
USER 0
# A volume mounted here starts with this owner.
RUN install -d -o 185 -g 185 -m 0750 /var/lib/school-hubs
ENV LANG=C.UTF-8
WORKDIR /app
USER 185:185
LABEL org.opencontainers.image.vendor="School Hubs" \
      org.opencontainers.image.licenses="MIT"

# A packaged Quarkus application. What changes least comes first, so that a new version of the code is a small layer.
FROM runtime AS service
ARG MODULE
COPY --chown=185:185 ${MODULE}/target/quarkus-app/lib/ /app/lib/
COPY --chown=185:185 ${MODULE}/target/quarkus-app/*.jar /app/
COPY --chown=185:185 ${MODULE}/target/quarkus-app/app/ /app/app/
COPY --chown=185:185 ${MODULE}/target/quarkus-app/quarkus/ /app/quarkus/
LABEL org.opencontainers.image.title="school-hubs/${MODULE}" \
      org.opencontainers.image.description="School Hubs: ${MODULE}"
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]

# A part of local-stack: one jar with its class path in lib. Its manifest names the main class; arguments come from the command.
FROM runtime AS part
ARG PART
COPY --chown=185:185 local-stack/${PART}/target/lib/ /app/lib/
COPY --chown=185:185 local-stack/${PART}/target/local-${PART}.jar /app/part.jar
LABEL org.opencontainers.image.title="school-hubs/${PART}" \
      org.opencontainers.image.description="School Hubs: ${PART}"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true", \
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX", \
            "-Dorg.slf4j.simpleLogger.log.io.debezium.connector.postgresql=info", \
            "-jar", "/app/part.jar"]
