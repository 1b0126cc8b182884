namespace HomelabPortal.Tunnels.Acts;

/// <summary>Pure: how to run the connectors of a tunnel, ready to be applied. The texts hold the token and are shown only.</summary>
internal static class ConnectorFiles
{
    /// <param name="version">Of cloudflared; the newest that runs in the account, or null.</param>
    public static string Kubernetes(string tunnel, string token, string? version)
    {
        var name = $"cloudflared-{Label(tunnel)}";
        return $$"""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: cloudflared
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: {{name}}
              namespace: cloudflared
            stringData:
              token: {{token}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{name}}
              namespace: cloudflared
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app.kubernetes.io/name: {{name}}
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: {{name}}
                spec:
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 65532
                    runAsGroup: 65532
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                    - name: cloudflared
                      image: cloudflare/cloudflared:{{version ?? "latest"}}
                      args: [tunnel, --no-autoupdate, --metrics, "0.0.0.0:2000", run]
                      env:
                        - name: TUNNEL_TOKEN
                          valueFrom:
                            secretKeyRef:
                              name: {{name}}
                              key: token
                      ports:
                        - name: metrics
                          containerPort: 2000
                      readinessProbe:
                        httpGet: {path: /ready, port: metrics}
                        periodSeconds: 5
                      livenessProbe:
                        httpGet: {path: /ready, port: metrics}
                        initialDelaySeconds: 20
                        failureThreshold: 6
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities:
                          drop: [ALL]
                      resources:
                        requests: {cpu: 10m, memory: 64Mi}
                        limits: {memory: 256Mi}
            """;
    }

    public static string Compose(string token, string? version) => $"""
        services:
          cloudflared:
            image: cloudflare/cloudflared:{version ?? "latest"}
            command: tunnel --no-autoupdate run
            environment:
              TUNNEL_TOKEN: {token}
            restart: unless-stopped
            read_only: true
            cap_drop: [ALL]
            security_opt: ["no-new-privileges:true"]
        """;

    private static string Label(string tunnel)
    {
        var label = new string([.. tunnel.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
        return label.Length == 0 ? "tunnel" : label[..Math.Min(label.Length, 40)].Trim('-');
    }
}
