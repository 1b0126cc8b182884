using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The wildcard certificate, in good health, and one for the registry that fails to renew and ends in five days.</summary>
internal static class CertificateObjects
{
    private const string Api = "cert-manager.io/v1";

    public static IEnumerable<JsonObject> All(DateTimeOffset now)
    {
        yield return Issuer(now);
        yield return Certificate("wildcard-cowlab-org", "traefik", LabHouse.WildcardSecret, ["cowlab.org", "*.cowlab.org"], now.AddDays(-31), failedAttempts: 0, now);
        yield return Certificate("registry-cowlab-org", "gitea", "registry-cowlab-org-tls", ["registry.cowlab.org"], now.AddDays(-85), failedAttempts: 3, now);
    }

    private static JsonObject Certificate(string name, string ns, string secret, string[] names, DateTimeOffset issued, int failedAttempts, DateTimeOffset now)
    {
        var result = Manifest.New(Api, "Certificate", ns, name, now.AddDays(-402)).TrackedBy("cert-manager");
        result["metadata"]!["generation"] = 1;
        result["spec"] = new JsonObject
        {
            ["secretName"] = secret,
            ["dnsNames"] = new JsonArray([.. names.Select(dnsName => (JsonNode)dnsName)]),
            ["issuerRef"] = new JsonObject { ["group"] = "cert-manager.io", ["kind"] = "ClusterIssuer", ["name"] = "letsencrypt" },
        };
        var conditions = new JsonArray(Condition("Ready", true, "Ready", "Certificate is up to date and has not expired", issued));
        var status = new JsonObject
        {
            ["conditions"] = conditions,
            ["notBefore"] = Manifest.Time(issued),
            ["notAfter"] = Manifest.Time(issued.AddDays(90)),
            ["renewalTime"] = Manifest.Time(issued.AddDays(60)),
            ["revision"] = 5,
        };
        if (failedAttempts > 0)
        {
            status["failedIssuanceAttempts"] = failedAttempts;
            status["lastFailureTime"] = Manifest.Time(now.AddHours(-8));
            conditions.Add(Condition("Issuing", false, "Failed",
                "The certificate request has failed to complete and will be retried: Failed to wait for order resource \"registry-cowlab-org-6-3121\" to become ready: order is in \"invalid\" state", now.AddHours(-8)));
        }
        result["status"] = status;
        return result;
    }

    private static JsonObject Issuer(DateTimeOffset now)
        => Manifest.New(Api, "ClusterIssuer", null, "letsencrypt", now.AddDays(-402)).TrackedBy("cert-manager")
            .With("spec", new JsonObject
            {
                ["acme"] = new JsonObject
                {
                    ["server"] = "https://acme-v02.api.letsencrypt.org/directory",
                    ["privateKeySecretRef"] = new JsonObject { ["name"] = "letsencrypt-account" },
                    ["solvers"] = new JsonArray(new JsonObject
                    {
                        ["dns01"] = new JsonObject
                        {
                            ["cloudflare"] = new JsonObject { ["apiTokenSecretRef"] = new JsonObject { ["name"] = "cloudflare-token", ["key"] = "token" } },
                        },
                    }),
                },
            })
            .With("status", new JsonObject
            {
                ["conditions"] = new JsonArray(Condition("Ready", true, "ACMEAccountRegistered", "The ACME account was registered with the ACME server", now.AddDays(-402))),
            });

    private static JsonObject Condition(string type, bool isTrue, string reason, string message, DateTimeOffset at) => new()
    {
        ["type"] = type,
        ["status"] = isTrue ? "True" : "False",
        ["reason"] = reason,
        ["message"] = message,
        ["lastTransitionTime"] = Manifest.Time(at),
        ["observedGeneration"] = 1,
    };
}
