using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>What limits the lab's namespaces: who may talk to whom, how much they may use, and how many pods may go at once.</summary>
internal static class PolicyObjects
{
    public static IEnumerable<JsonObject> All(IReadOnlyList<JsonObject> pods, DateTimeOffset now)
    {
        var created = now.AddDays(-180);
        List<JsonObject> budgets = [Budget("traefik", "traefik", "minAvailable", 1, created), Budget("databases", "postgres", "minAvailable", 1, created), Budget("kube-system", "coredns", "maxUnavailable", 1, created), Budget("longhorn-system", "longhorn-manager", "maxUnavailable", 1, created)];
        List<JsonObject> quotas = [Quota("ai", created, ("requests.cpu", "2"), ("requests.memory", "2Gi"), ("pods", "12"), ("persistentvolumeclaims", "6")), Quota("home", created, ("requests.memory", "5Gi"), ("pods", "30"))];
        foreach (var budget in budgets) BudgetStatus.Write(budget, pods);
        foreach (var quota in quotas) QuotaStatus.Write(quota, pods, [.. StorageObjects.All(now)]);
        return [.. budgets, .. quotas, .. Policies(created)];
    }

    private static IEnumerable<JsonObject> Policies(DateTimeOffset created) =>
    [
        Policy("databases", "default-deny", """{"podSelector":{},"policyTypes":["Ingress"]}""", created),
        Policy("databases", "postgres-clients",
            """
            {"podSelector":{"matchLabels":{"app.kubernetes.io/name":"postgres"}},"policyTypes":["Ingress"],"ingress":[{
              "from":[{"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"In","values":["authentik","gitea"]}]}},{"podSelector":{}}],
              "ports":[{"protocol":"TCP","port":5432}]}]}
            """, created),
        Policy("databases", "redis-clients",
            """
            {"podSelector":{"matchLabels":{"app.kubernetes.io/name":"redis"}},"policyTypes":["Ingress"],"ingress":[{
              "from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"authentik"}},"podSelector":{"matchExpressions":[{"key":"app.kubernetes.io/name","operator":"In","values":["authentik-server","authentik-worker"]}]}}],
              "ports":[{"protocol":"TCP","port":6379}]}]}
            """, created),
        Policy("ai", "no-internet",
            """
            {"podSelector":{"matchLabels":{"app.kubernetes.io/name":"qdrant"}},"policyTypes":["Ingress","Egress"],
             "ingress":[{"from":[{"podSelector":{}}],"ports":[{"protocol":"TCP","port":6333},{"protocol":"TCP","port":6334}]}],
             "egress":[{"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"kube-system"}}}],"ports":[{"protocol":"UDP","port":53}]},
                       {"to":[{"ipBlock":{"cidr":"10.0.0.0/24","except":["10.0.0.1/32"]}}]}]}
            """, created),
    ];

    private static JsonObject Policy(string ns, string name, string spec, DateTimeOffset created)
        => Manifest.New("networking.k8s.io/v1", "NetworkPolicy", ns, name, created).TrackedBy(ns).With("spec", JsonNode.Parse(spec)!);

    private static JsonObject Budget(string ns, string app, string bound, int pods, DateTimeOffset created)
        => Manifest.New("policy/v1", "PodDisruptionBudget", ns, app, created).TrackedBy(app)
            .With("spec", new JsonObject { [bound] = pods, ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app.kubernetes.io/name"] = app } } });

    private static JsonObject Quota(string ns, DateTimeOffset created, params (string Resource, string Most)[] hard)
        => Manifest.New("v1", "ResourceQuota", ns, "limits", created).TrackedBy(ns)
            .With("spec", new JsonObject { ["hard"] = new JsonObject(hard.Select(entry => KeyValuePair.Create(entry.Resource, (JsonNode?)entry.Most))) });
}
