namespace HomelabPortal.Reconcile;

/// <summary>What people call the targets.</summary>
internal static class TargetNames
{
    public static string Word(string target) => target switch
    {
        "kubernetes" => "Kubernetes",
        "tunnel" => "Tunnel",
        "access" => "Access",
        "dns" => "DNS",
        "docker" => "Docker",
        _ => target,
    };

    /// <summary>Targets that cannot be seen for the same reason are one line.</summary>
    public static IEnumerable<(string Names, TargetFault Fault)> Unseen(IEnumerable<TargetStatus> targets) =>
        targets.Where(target => target.Fault is not null)
            .GroupBy(target => target.Fault ?? new TargetFault(FaultKind.Retry, ""))
            .Select(group => (string.Join(", ", group.Select(target => Word(target.Name))), group.Key));

    /// <summary>Why nothing can be put on the Internet now, or null when it can.</summary>
    public static string? WhyNoTunnel(ReconcileStatus status) =>
        status.Targets.FirstOrDefault(target => target is { Name: "tunnel" or "dns", Fault.Kind: FaultKind.NotConnected })?.Fault?.Message;
}
