namespace HomelabPortal.Kubernetes;

/// <summary>One field that an apply wanted to change and another manager owns.</summary>
/// <param name="Field">The path, such as <c>.spec.replicas</c>.</param>
/// <param name="Manager">Who owns it, or the server's sentence when it does not name the owner in quotes.</param>
/// <param name="Message">The server's sentence.</param>
public sealed record FieldConflict(string Field, string Manager, string Message)
{
    internal static IReadOnlyList<FieldConflict> From(Status? status) => status?.Details is not { } details
        ? []
        : [.. details.Causes.Where(cause => cause.Reason == "FieldManagerConflict").Select(cause => new FieldConflict(cause.Field, ManagerIn(cause.Message), cause.Message))];

    /// <summary>The server puts the owner's name nowhere but between the quotes of its sentence.</summary>
    private static string ManagerIn(string message)
    {
        var start = message.IndexOf('"');
        var end = start < 0 ? -1 : message.IndexOf('"', start + 1);
        return end < 0 ? message : message[(start + 1)..end];
    }
}
