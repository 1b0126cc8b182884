using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>What the API server said no with, in a sentence that says what to do.</summary>
internal static class ApiFaults
{
    public static async Task<ActFault> ExplainAsync(KubernetesClient client, ActWish wish, KubernetesApiException fault, CancellationToken cancellationToken) => new(fault.Kind switch
    {
        KubernetesErrorKind.Forbidden => await ForbiddenAsync(client, wish, fault, cancellationToken),
        KubernetesErrorKind.NotFound => $"{wish.Subject} is gone. Nothing was done.",
        KubernetesErrorKind.Conflict => $"{wish.Subject} was changed in the same moment, and nothing was done. Look at it and decide again.",
        KubernetesErrorKind.TooManyRequests when Budget(fault) is { } budget => $"Not evicted: {Spoken.Sentence(budget)} Wait, or delete the pod, which does not ask the budget.",
        KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout => "The API server did not answer, so it may or may not have happened. Look before you try again.",
        KubernetesErrorKind.Unauthorized => "The API server does not accept the portal's credentials. Nothing was done.",
        _ => $"The API server refused it: {Said(fault)}",
    });

    private static async Task<string> ForbiddenAsync(KubernetesClient client, ActWish wish, KubernetesApiException fault, CancellationToken cancellationToken)
    {
        // Admission rules answer 403 too; only the server knows which it was.
        var rule = ActRights.Of(wish);
        return await MayAsync(client, rule, wish, cancellationToken) ? $"A rule of the cluster refused it: {Said(fault)}" : OwnRights.Sentence(rule);
    }

    private static async Task<bool> MayAsync(KubernetesClient client, Objects.RbacRule rule, ActWish wish, CancellationToken cancellationToken)
    {
        try
        {
            return await client.MayAsync(rule.Verbs, rule.Group, rule.Resource, wish.Namespace.Length == 0 ? null : wish.Namespace, cancellationToken);
        }
        catch (KubernetesApiException)
        {
            // Who may not even ask has no right that is worth naming.
            return false;
        }
    }

    private static string? Budget(KubernetesApiException fault) => fault.Status?.Details?.Causes.FirstOrDefault(cause => cause.Reason == "DisruptionBudget")?.Message;

    /// <summary>Webhooks write what they like; it is shown as one plain line.</summary>
    private static string Said(KubernetesApiException fault) => Spoken.Sentence(VisibleText.Of(fault.Status is { Message.Length: > 0 } status ? status.Message : fault.Message));
}
