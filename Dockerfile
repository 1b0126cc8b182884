# The portal as an image:  docker build -t homelab-portal .
# Everything before the last stage runs on the building machine's own processor, which compiles for the one the image is for.

FROM --platform=$BUILDPLATFORM node:22-slim AS icons
WORKDIR /source
COPY eng/icons/package.json eng/icons/package-lock.json eng/icons/
COPY eng/terminal eng/terminal
RUN cd eng/icons && npm ci --ignore-scripts --no-audit --no-fund
RUN cd eng/terminal && npm ci --ignore-scripts --no-audit --no-fund
COPY eng/icons eng/icons
COPY wwwroot-assets/icons wwwroot-assets/icons
RUN node eng/icons/build.mjs wwwroot-assets/icons/own.svg wwwroot-assets/generated/
# The same files as eng/Terminal.targets copies.
RUN mkdir wwwroot-assets/generated/terminal && cd eng/terminal/node_modules/@xterm \
    && cp xterm/lib/xterm.mjs xterm/css/xterm.css /source/wwwroot-assets/generated/terminal/ \
    && cp addon-fit/lib/addon-fit.mjs /source/wwwroot-assets/generated/terminal/fit.mjs \
    && cp addon-unicode11/lib/addon-unicode11.mjs /source/wwwroot-assets/generated/terminal/unicode.mjs \
    && cp xterm/LICENSE /source/wwwroot-assets/generated/terminal/LICENSE.txt

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
# Project files alone first: the restored packages stay cached until one of them changes.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY eng/*.targets eng/
COPY src/HomelabPortal/HomelabPortal.csproj src/HomelabPortal/
COPY src/HomelabPortal.Kubernetes/HomelabPortal.Kubernetes.csproj src/HomelabPortal.Kubernetes/
COPY src/HomelabPortal.Cloudflare/HomelabPortal.Cloudflare.csproj src/HomelabPortal.Cloudflare/
COPY src/HomelabPortal.Docker/HomelabPortal.Docker.csproj src/HomelabPortal.Docker/
COPY src/HomelabPortal.Simulator/HomelabPortal.Simulator.csproj src/HomelabPortal.Simulator/
RUN dotnet restore src/HomelabPortal --arch $TARGETARCH -p:PublishReadyToRun=true
COPY . .
COPY --from=icons /source/wwwroot-assets/generated wwwroot-assets/generated
# The sprites and the terminal are made: newer than their sources, they are not made again.
RUN touch wwwroot-assets/generated/*.svg wwwroot-assets/generated/terminal/* \
    && dotnet publish src/HomelabPortal --no-restore --arch $TARGETARCH --configuration Release --output /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The distribution's SQLite, which gets the distribution's security updates.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=$APP_UID --group=$APP_UID --mode=700 /data
WORKDIR /portal
COPY --from=build /portal .
ENV Portal__DataDirectory=/data \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no HTTP client of its own; bash can speak enough HTTP for this.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["bash", "-c", "at=${Portal__Address:-http://localhost}; at=${at#*://}; exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' \"${at%%/*}\" >&3 && grep -q '^HTTP/1.1 200' <&3"]
ENTRYPOINT ["dotnet", "HomelabPortal.dll"]
