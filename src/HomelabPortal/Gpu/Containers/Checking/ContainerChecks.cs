using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>
/// Pure: everything that is wrong with a wanted container, by member. The one check for making, changing and carrying out:
/// the API, the form and the compiler all ask it, so that nothing that was stored once escapes a rule that came later.
/// </summary>
internal static class ContainerChecks
{
    /// <param name="others">What else is wanted on the same host.</param>
    /// <param name="roots">The folders of the host under which folders may be mounted.</param>
    public static IReadOnlyDictionary<string, string> Check(
        DesiredContainer container, IEnumerable<DesiredContainer> others, IReadOnlyCollection<string> roots) =>
        IdentityChecks.Check(container)
            .Concat(ContentChecks.Check(container))
            .Concat(LimitChecks.Check(container))
            .Concat(UpdateChecks.Check(container))
            .Concat(ReachChecks.Check(container, [.. others.Where(other => other.Host == container.Host && other.Id != container.Id)], roots))
            .GroupBy(fault => fault.Field)
            .ToDictionary(group => group.Key, group => string.Join(' ', group.Select(fault => fault.Why).Distinct()));

    public static string? WhyNot(DesiredContainer container, IEnumerable<DesiredContainer> others, IReadOnlyCollection<string> roots) =>
        Check(container, others, roots) is { Count: > 0 } faults ? string.Join(' ', faults.Values) : null;
}
