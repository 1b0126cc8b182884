using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;

namespace HomelabPortal.Desired.Channels;

/// <summary>Where the owner wants to be told what went down and came back.</summary>
public sealed record DesiredChannel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>The server of an ntfy topic, or of a webhook its scheme and host; empty at Discord and Slack.</summary>
    public string Address { get; init; } = "";

    /// <summary>Names the stored secret that is the whole address of a webhook. Null where an older version kept it in <see cref="Address"/>.</summary>
    public string? AddressSecret { get; init; }

    /// <summary>The topic of ntfy.</summary>
    public string Topic { get; init; } = "";

    public MailServer? Mail { get; init; }

    /// <summary>Names the stored secret: the address at Discord and Slack, a token, the Authorization header of a webhook, or a password. Null when none is needed.</summary>
    public string? Secret { get; init; }

    /// <summary>Only checks under these headings; empty for all.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Only what matters at least so much.</summary>
    public CheckSeverity Least { get; init; } = CheckSeverity.Warning;

    /// <summary>Also the checks that follow from exposures.</summary>
    public bool HasDerived { get; init; } = true;

    public QuietHours? Quiet { get; init; }

    /// <summary>Critical messages do not wait for the end of the quiet hours.</summary>
    public bool WakesForCritical { get; init; }

    public bool IsOff { get; init; }

    /// <summary>The address as anybody may read it.</summary>
    [JsonIgnore]
    public string ShownAddress => Kind == ChannelKind.Webhook ? WebOrigin.Of(Address) : Address;

    /// <summary>The whole address of the webhook is not stored as a secret yet.</summary>
    [JsonIgnore]
    public bool HasOpenAddress => Kind == ChannelKind.Webhook && AddressSecret is null;

    /// <summary>Immutable arrays compare by reference; two channels that say the same are the same.</summary>
    public bool Equals(DesiredChannel? other) =>
        other is not null && Id == other.Id && Name == other.Name && Kind == other.Kind && Address == other.Address && AddressSecret == other.AddressSecret && Topic == other.Topic && Mail == other.Mail
        && Secret == other.Secret && Least == other.Least && HasDerived == other.HasDerived && Quiet == other.Quiet && WakesForCritical == other.WakesForCritical
        && IsOff == other.IsOff && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => HashCode.Combine(Id, Name, Kind, Address, AddressSecret, Secret);
}
