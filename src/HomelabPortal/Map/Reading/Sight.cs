using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading;

/// <summary>
/// Says how far a state can be believed; what cannot be seen now is unknown, with its age, whatever was seen before.
/// <code>
/// the whole source has a fault     unknown, as old as the source
/// this kind cannot be read         unknown, as old as the kind
/// neither                          as it was judged
/// </code>
/// </summary>
/// <param name="Fault">Null while the source can be read.</param>
internal readonly record struct Sight(string? Fault, DateTimeOffset? AsOf)
{
    public static Sight OfKind<T>(ClusterKind<T> kind, MapFacts facts)
        where T : class, IKubernetesObject => facts.ClusterFault is { } fault
            ? new Sight(fault, facts.ClusterAsOf)
            : kind.Status.IsKnown ? default : new Sight(kind.Status.Fault ?? "It has not been read yet.", kind.Status.AsOf);

    /// <summary>Of what rests on both: the first that cannot be seen hides it.</summary>
    public Sight And(Sight other) => Fault is null ? other : this;

    public MapThing See(MapThing thing) => Fault is null ? thing : thing with { State = HealthState.Unknown, Words = Fault, AsOf = AsOf };
}
