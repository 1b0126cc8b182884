namespace HomelabPortal.Simulator;

/// <summary>What a simulated lab holds when it starts.</summary>
public abstract record LabContent
{
    private LabContent() { }

    /// <summary>The reference lab: four nodes and some thirty apps, a few of them in trouble.</summary>
    public static LabContent Reference { get; } = new ReferenceLabContent();

    /// <summary>Four namespaces and the API's own resources, a zone without records, a tunnel without routes, Docker hosts without containers.</summary>
    public static LabContent Empty { get; } = new EmptyContent();

    /// <summary>A large made-up cluster for measurements; the same numbers give the same objects.</summary>
    public static LabContent Fleet(int nodes, int pods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(pods);
        return new FleetContent(nodes, pods);
    }

    internal sealed record ReferenceLabContent : LabContent;

    internal sealed record EmptyContent : LabContent;

    internal sealed record FleetContent(int Nodes, int Pods) : LabContent;
}
