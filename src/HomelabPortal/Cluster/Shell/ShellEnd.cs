using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>How a shell ended.</summary>
/// <param name="Text">A sentence for whoever sat at it.</param>
internal sealed record ShellEnd(ShellEndKind Kind, string Text, int? ExitCode = null)
{
    /// <summary>Set when the portal's account lacks it.</summary>
    public RbacRule? MissingRule { get; private init; }

    /// <summary>A few words for the line above the terminal.</summary>
    public string Title => Kind switch
    {
        ShellEndKind.NoShell => "This container has no shell.",
        ShellEndKind.Failed => "There is no shell.",
        ShellEndKind.Lost => "The connection to the container was lost.",
        ShellEndKind.Idle => "Closed, since nobody typed.",
        ShellEndKind.Refused => "The portal closed this shell.",
        ShellEndKind.Stopping => "The portal stops or restarts.",
        _ => Text,
    };

    public static ShellEnd Left { get; } = new(ShellEndKind.Left, "It was closed.");

    public static ShellEnd Stopping { get; } = new(ShellEndKind.Stopping, "The portal stops or restarts, and closed this shell. Open a new one when it is back.");

    public static ShellEnd Idle(TimeSpan limit) => new(ShellEndKind.Idle, $"Nobody typed for {Spoken.Span(limit)}, so the portal closed this shell.");

    public static ShellEnd Refused(string why) => new(ShellEndKind.Refused, $"The portal closed this shell. {why}");

    public static ShellEnd Of(ExecEnd end) => end.Kind switch
    {
        ExecEndKind.Exited => Exited(end.ExitCode),
        ExecEndKind.Lost => Lost(end.Message),
        _ => new ShellEnd(ShellEndKind.Failed, $"The node ended the shell: {Spoken.Sentence(end.Message)}"),
    };

    public static ShellEnd Exited(int? code) => new(ShellEndKind.Exited, code is 0 or null ? "The shell has ended." : $"The shell has ended with exit code {code}.", code);

    public static ShellEnd Lost(string why) => new(ShellEndKind.Lost, $"The connection to the container was lost: {Spoken.Sentence(why)}");

    /// <summary>No program could be started; the node's words for the last of them say more.</summary>
    public static ShellEnd NoShell(IReadOnlyList<string> programs, string last) => new(
        ShellEndKind.NoShell,
        $"None of {string.Join(", ", programs)} could be started in this container. Images made of a single program, often called distroless, have none."
        + (last.Length > 0 ? $" The node said: {Spoken.Sentence(last)}" : ""));

    public static ShellEnd Of(KubernetesApiException fault) => fault.Kind == KubernetesErrorKind.Forbidden
        ? new ShellEnd(ShellEndKind.Failed, "The cluster does not let the portal open shells. Add this rule to its ClusterRole.") { MissingRule = ShellRights.Rule }
        : new ShellEnd(ShellEndKind.Failed, Spoken.Sentence(fault.Message));

    /// <summary>For the audit: the shell, how long, and how it ended.</summary>
    public string Record(string? program, TimeSpan lasted)
    {
        var how = Kind == ShellEndKind.Exited ? $"exit code {ExitCode}" : Kind == ShellEndKind.Left ? "closed by who opened it" : Text;
        return program is null ? $"failed: {how}" : $"{program}, {Spoken.Span(lasted)}: {how}";
    }
}
