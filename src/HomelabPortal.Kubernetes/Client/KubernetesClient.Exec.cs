namespace HomelabPortal.Kubernetes;

/// <summary>Programs run in containers.</summary>
public sealed partial class KubernetesClient
{
    /// <summary>
    /// Runs a program in a container that runs already. It needs the verb get on pods/exec, from Kubernetes 1.35 on create too.
    /// That the image has no such program shows only after this returned, as <see cref="ExecEndKind.Failed"/>.
    /// </summary>
    public Task<ExecSession> ExecAsync(string ns, string pod, ExecOptions options, CancellationToken cancellationToken = default)
    {
        var query = new List<(string, string?)> { ("container", options.Container) };
        query.AddRange(options.Command.Select(part => ("command", (string?)part)));
        query.AddRange([("stdin", options.HasInput ? "true" : null), ("stdout", "true"), ("stderr", options.HasTerminal ? null : "true"), ("tty", options.HasTerminal ? "true" : null)]);
        var path = ResourceTypes.Pods.ObjectPath(ns, pod, "exec") + ApiRequest.Query([.. query]);
        return _exec.ConnectAsync(new ApiRequest(HttpMethod.Get, path, $"run {options.Command[0]} in Pod {ns}/{pod}"), cancellationToken);
    }

    /// <summary>Whether the client's own account may do something (SelfSubjectAccessReview). A yes is no promise: it may be taken away.</summary>
    public Task<bool> MayAsync(string verb, ResourceType type, string subresource, string ns, CancellationToken cancellationToken = default) =>
        MayAsync(verb, type.Group, $"{type.Plural}/{subresource}", ns, cancellationToken);
}
