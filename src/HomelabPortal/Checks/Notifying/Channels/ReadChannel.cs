using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>What was read of a form.</summary>
/// <param name="Channel">Null while anything is wrong.</param>
/// <param name="Secret">A new secret, which the channel names; null to keep the one it has, or for none.</param>
/// <param name="Address">A new whole address of a webhook, which the channel names too; null to keep the one it has, or for none.</param>
internal sealed record ReadChannel(DesiredChannel? Channel, string? Secret, string? Address, IReadOnlyDictionary<string, string> Faults);
