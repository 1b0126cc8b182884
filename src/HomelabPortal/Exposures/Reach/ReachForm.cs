using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Exposures.Reach;

/// <summary>What a person has answered so far about who may open a name from the Internet, where, and for how long.</summary>
public sealed class ReachForm
{
    public const string LoginField = "loginPolicy";
    public const string PathsField = "openPaths";
    public const string EndField = "expiresAt";

    /// <summary>The id of a login policy; empty is anyone, without a login.</summary>
    public string Login { get; set; } = "";

    /// <summary>Paths that need no login, one on each line.</summary>
    public string Paths { get; set; } = "";

    public ReachDuration Duration { get; set; } = ReachDuration.Always;

    /// <summary>For <see cref="ReachDuration.Until"/>, in the viewer's own time.</summary>
    public DateTime? Until { get; set; }

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Exactly this end, for programs and for an exposure that keeps the one it has.</summary>
    public DateTimeOffset? End { get; set; }

    public bool IsPublic => Login.Length == 0;

    /// <summary>The answers that an exposure stands for now; an end that has come is not kept.</summary>
    public static ReachForm Of(Exposure exposure, string? defaultPolicy, DateTimeOffset now) => new()
    {
        Login = exposure.LoginPolicy ?? (exposure.IsPublicWithoutLogin ? "" : defaultPolicy ?? ""),
        Paths = string.Join('\n', exposure.OpenPaths),
        Duration = exposure.ExpiresAt > now ? ReachDuration.Keep : ReachDuration.Always,
        End = exposure.ExpiresAt > now ? exposure.ExpiresAt : null,
    };

    /// <summary>Puts the answers into an exposure on the Internet; every fault is told at its field.</summary>
    public Exposure Apply(Exposure exposure, ImmutableArray<LoginPolicy> policies, DateTimeOffset now, IDictionary<string, string> faults)
    {
        if (!IsPublic && policies.All(policy => policy.Id != Login))
            faults[LoginField] = "This login policy does not exist any more. Choose another one.";
        var (paths, wrong) = OpenPath.ReadAll(Paths);
        if (wrong is not null)
            faults[PathsField] = wrong;
        else if (IsPublic && !paths.IsEmpty)
            faults[PathsField] = "Without a login every path is open already. Choose a login policy, or leave this empty.";
        return exposure with
        {
            Visibility = Visibility.Tunnel,
            LoginPolicy = IsPublic ? null : Login,
            IsPublicWithoutLogin = IsPublic,
            OpenPaths = IsPublic ? [] : paths,
            ExpiresAt = ReadEnd(now, faults),
        };
    }

    private DateTimeOffset? ReadEnd(DateTimeOffset now, IDictionary<string, string> faults)
    {
        var end = Duration switch
        {
            ReachDuration.Always => null,
            ReachDuration.Keep => End,
            ReachDuration.Until => Until is { } until ? InZone(until) : null,
            _ => now + TimeSpan.FromHours((int)Duration),
        };
        if (Duration == ReachDuration.Until && end is null)
            faults[EndField] = "Say until when.";
        else if (end <= now)
            faults[EndField] = "That moment has passed already. Choose a later one.";
        return end;
    }

    /// <summary>A moment that the clocks skip in spring is the one an hour later.</summary>
    private DateTimeOffset InZone(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(plain, Zone.GetUtcOffset(plain)).ToUniversalTime();
    }
}
