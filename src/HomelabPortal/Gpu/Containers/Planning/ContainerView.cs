using System.Collections.Immutable;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>One look at the Docker hosts. Hosts are independent: one that is off is a fault of its own and not of the look.</summary>
/// <param name="At">When it was; runs are judged by it.</param>
internal sealed record ContainerView(ImmutableArray<LiveHost> Hosts, DateTimeOffset At) : ITargetView
{
    public const string Target = "docker";
    public const string ContainerKind = "Container";
    public const string HealthKind = "Health";
    public const string ImageKind = "Image";

    public LabFacts Facts => new();

    public Plan Plan(PlanRequest request) => ContainerPlanner.Plan(request, this);

    public LiveHost? Find(string host) => Hosts.FirstOrDefault(candidate => candidate.Name == host);
}
