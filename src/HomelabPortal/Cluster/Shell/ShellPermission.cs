using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Asks the cluster beforehand whether the portal's account may open shells, so that a person need not find out by trying.</summary>
internal sealed class ShellPermission(ClusterSource cluster)
{
    /// <returns>Null when it may, and when the cluster does not say: trying will tell.</returns>
    public async Task<RbacRule?> MissingRuleAsync(string ns, CancellationToken cancellationToken)
    {
        if (cluster.Client is not { } client)
            return null;
        try
        {
            var verbs = ShellRights.VerbsOf(await client.GetVersionAsync(cancellationToken));
            var answers = await Task.WhenAll(verbs.Select(verb => client.MayAsync(verb, ResourceTypes.Pods, "exec", ns, cancellationToken)));
            return answers.All(may => may) ? null : ShellRights.Rule;
        }
        catch (KubernetesApiException)
        {
            return null;
        }
    }
}
