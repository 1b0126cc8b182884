using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>The state of an object that a plan was made upon. Its status may move on; what is wanted of it may not.</summary>
public sealed record ActSeen(string Uid, long Generation)
{
    public static ActSeen Of(ObjectMeta item) => new(item.Uid, item.Generation);
}
