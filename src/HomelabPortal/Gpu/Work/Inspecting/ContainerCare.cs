namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>Who looks after a container, and what the portal may do with it.</summary>
/// <param name="Keeper">"the compose project media", "this portal"; null when nobody says so.</param>
/// <param name="Words">A sentence for a person.</param>
/// <param name="WantedId">The wanted container it stands for; null for what is foreign.</param>
/// <param name="IsOurs">Made by this portal: what happens to it is decided by what is wanted.</param>
public sealed record ContainerCare(string? Keeper, string Words, string? WantedId, bool IsOurs);
