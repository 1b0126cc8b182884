namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>What to write into the manifest in Git instead of an act that would be put back.</summary>
internal static class InsteadText
{
    public static string? Of(ActWish wish) => wish switch
    {
        ActWish.Scale scale => Manifest("apps/v1", wish, $"  replicas: {scale.Replicas}"),
        ActWish.SuspendCronJob suspend => Manifest("batch/v1", wish, $"  suspend: {(suspend.Suspend ? "true" : "false")}"),
        // The way back in Git is the revert of a commit.
        _ => null,
    };

    private static string Manifest(string apiVersion, ActWish wish, string spec) =>
        $"apiVersion: {apiVersion}\nkind: {wish.Kind}\nmetadata:\n  name: {wish.Name}\n  namespace: {wish.Namespace}\nspec:\n{spec}\n";
}
