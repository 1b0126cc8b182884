using HomelabPortal.Cloudflare;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.CloudflareAccount;

public sealed class AccountReadingTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private static readonly BudgetState _budget = new(3, 300, null);
    private static readonly AccountReading _all = new() { Probed = Permissions(CloudflarePermission.ZoneRead, CloudflarePermission.DnsRead, CloudflarePermission.TunnelRead, CloudflarePermission.AccessRead) };

    [Fact]
    public void Write_NeverTried_IsAssumedFromItsRead()
    {
        var state = _all.With(CloudflareCallLog.Empty, _budget, _now);

        Assert.Equal(CapabilityStanding.Granted, state.Of(Capability.ReadRecords));
        Assert.Equal(CapabilityStanding.Assumed, state.Of(Capability.EditRecords));
        Assert.Equal(CapabilityStanding.Unknown, state.Of(Capability.ReadSignInWays));
    }

    [Fact]
    public void Write_RefusedOnce_MarksThatCapabilityAlone()
    {
        var log = CloudflareCallLog.Empty.With(Refused(CloudflarePermission.DnsEdit));

        var state = _all.With(log, _budget, _now);

        Assert.Equal([Capability.EditRecords], state.Missing);
        Assert.Equal(CapabilityStanding.Granted, state.Of(Capability.ReadRecords));
    }

    [Fact]
    public void Write_ThatSucceeds_GrantsItAgain()
    {
        var log = CloudflareCallLog.Empty.With(Refused(CloudflarePermission.DnsEdit)).With(Done(CloudflarePermission.DnsEdit));

        Assert.Equal(CapabilityStanding.Granted, _all.With(log, _budget, _now).Of(Capability.EditRecords));
    }

    [Fact]
    public void Write_RefusedLongAgo_MayBeTriedAgain()
    {
        var log = CloudflareCallLog.Empty.With(Refused(CloudflarePermission.DnsEdit));

        Assert.Equal(CapabilityStanding.Missing, _all.With(log, _budget, _now + AccountReading.RefusalHolds - TimeSpan.FromSeconds(1)).Of(Capability.EditRecords));
        Assert.Equal(CapabilityStanding.Assumed, _all.With(log, _budget, _now + AccountReading.RefusalHolds).Of(Capability.EditRecords));
    }

    [Fact]
    public void Read_Refused_MissesItsWriteToo()
    {
        var reading = new AccountReading { Probed = new Dictionary<string, bool> { [CloudflarePermission.TunnelRead] = false } };

        Assert.Equal([Capability.ReadTunnels, Capability.EditTunnels], reading.With(CloudflareCallLog.Empty, _budget, _now).Missing);
    }

    [Theory]
    [InlineData(CloudflareErrorKind.Unreachable, ApiStanding.Silent)]
    [InlineData(CloudflareErrorKind.Unavailable, ApiStanding.Silent)]
    [InlineData(CloudflareErrorKind.Validation, ApiStanding.Answering)]
    [InlineData(CloudflareErrorKind.NotFound, ApiStanding.Answering)]
    public void Api_ByTheLastCall_IsSilentOnlyWhenNothingCame(CloudflareErrorKind kind, ApiStanding standing)
    {
        var log = CloudflareCallLog.Empty.With(Done(CloudflarePermission.DnsRead)).With(new CloudflareCall("x", CloudflarePermission.DnsRead, false, _now.AddMinutes(1), new CloudflareApiException(kind, "m")));

        var state = _all.With(log, _budget, _now);

        Assert.Equal(standing, state.Api);
        Assert.Equal(standing == ApiStanding.Silent ? _now : _now.AddMinutes(1), state.AnsweredAt);
    }

    [Fact]
    public void Api_Paused_IsSaidBeforeAnythingElse() =>
        Assert.Equal(ApiStanding.Paused, _all.With(CloudflareCallLog.Empty, _budget with { PausedUntil = _now }, _now).Api);

    [Fact]
    public void States_OfTheSameFacts_AreEqual() =>
        Assert.Equal(_all.With(CloudflareCallLog.Empty.With(Done("p")), _budget, _now), _all.With(CloudflareCallLog.Empty.With(Done("p")), _budget, _now));

    [Fact]
    public void Capabilities_AllOfThem_HaveWordsAndAPermission()
    {
        foreach (var capability in CapabilityWords.All)
        {
            Assert.NotEmpty(CapabilityWords.Act(capability));
            Assert.Contains(" > ", CapabilityWords.Permission(capability), StringComparison.Ordinal);
        }
        Assert.Equal(
            """https://dash.cloudflare.com/profile/api-tokens?permissionGroupKeys=[{"key":"zone","type":"read"},{"key":"dns","type":"edit"},{"key":"argotunnel","type":"edit"},{"key":"access","type":"edit"}]&name=HomelabPortal&accountId=*&zoneId=all""",
            Uri.UnescapeDataString(CapabilityWords.TokenLink));
    }

    private static CloudflareCall Done(string permission) => new("x", permission, true, _now, null);

    private static CloudflareCall Refused(string permission) =>
        new("x", permission, true, _now, new CloudflareApiException(CloudflareErrorKind.MissingPermission, "m") { MissingPermission = permission });

    private static Dictionary<string, bool> Permissions(params string[] granted) => granted.ToDictionary(permission => permission, _ => true);
}
