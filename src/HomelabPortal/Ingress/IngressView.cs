using System.Collections.Immutable;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>One complete look at what routes are made of: IngressRoutes, Middlewares, Services, EndpointSlices, Namespaces.</summary>
internal sealed record IngressView(ImmutableArray<LiveObject> Objects, LabFacts Facts) : ITargetView
{
    public const string Target = "kubernetes";

    public Plan Plan(PlanRequest request) => IngressPlanner.Plan(request, this);

    public IEnumerable<LiveObject> Of(string kind) => Objects.Where(live => live.Kind == kind);

    public LiveObject? Find(ResourceKey key) =>
        Objects.FirstOrDefault(live => live.Kind == key.Kind && live.FullName == key.Name);
}
