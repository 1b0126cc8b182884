using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services.Api;

/// <summary>A service of the cluster.</summary>
/// <param name="Code">What decides its health, such as selector.none; empty when nothing is wrong.</param>
/// <param name="Ports">kubectl's text for them, such as "80:30080/TCP".</param>
/// <param name="Hostnames">Of the routes that lead to it.</param>
internal sealed record ServiceResource(
    string Namespace, string Name, HealthState State, string Word, string Sentence, string Code, string Type, string ClusterIp, string ExternalIp, string Ports,
    int ReadyEndpoints, int Endpoints, IReadOnlyList<string> Hostnames, DateTimeOffset? Created)
{
    public static ServiceResource Of(ServiceRow row, ServiceRoutes routes) => new(
        row.Namespace, row.Name, row.State, row.Word, row.Sentence, row.Code, row.Type, row.ClusterIp, row.ExternalIp, row.Ports,
        row.Ready, row.All, [.. routes.To(row.Namespace, row.Name).Select(route => route.Title)], row.Created);
}
