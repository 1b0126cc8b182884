using HomelabPortal.Gpu.Work.Disk;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What to remove.</summary>
/// <param name="Tag">Of the plan that was looked at.</param>
/// <param name="Host">The name of the host once more, which volumes need, since they hold data.</param>
internal sealed record PruneWish(PruneScope? Scope, string? Tag, string? Host);
