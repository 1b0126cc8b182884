using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Display;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Ingress.Reading.Pages;

/// <summary>One ingress class as the table shows it.</summary>
/// <param name="Routes">How many routes ask for it.</param>
internal sealed record ClassRow(string Name, bool IsDefault, string Controller, string Parameters, int Routes, DateTimeOffset? Created)
{
    public static IReadOnlyList<ClassRow> Of(ClusterState state, IReadOnlyList<IngressRouteView> routes) =>
    [
        .. state.IngressClasses.All
            .Select(item => new ClassRow(
                item.Metadata.Name, IngressClassDisplay.IsDefault(item), item.Spec.Controller, IngressClassDisplay.Parameters(item) is var parameters and not "<none>" ? parameters : "–",
                routes.Count(route => route.Class == item.Metadata.Name), item.Metadata.CreationTimestamp))
            .OrderBy(row => row.Name, NaturalOrder.Instance),
    ];
}
