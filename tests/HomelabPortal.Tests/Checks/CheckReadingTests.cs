using HomelabPortal.Checks;
using HomelabPortal.Checks.Editing;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Presets;
using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Tests.Checks;

public sealed class CheckReadingTests
{
    [Theory]
    [InlineData("https://nas.lan:5001/", null)]
    [InlineData("", CheckFields.Url)]
    [InlineData("nas.lan", CheckFields.Url)]
    [InlineData("ftp://nas.lan/", CheckFields.Url)]
    [InlineData("file:///etc/passwd", CheckFields.Url)]
    [InlineData("https://ada:secret@nas.lan/", CheckFields.Url)]
    [InlineData("http://127.0.0.1/", CheckFields.Url)]
    [InlineData("http://localhost/", CheckFields.Url)]
    [InlineData("http://[::1]/", CheckFields.Url)]
    [InlineData("http://0x7f000001/", CheckFields.Url)]
    [InlineData("http://169.254.169.254/", CheckFields.Url)]
    public void Url_IsTakenOrRefused(string url, string? fault) => AssertFault(new CheckForm { Name = "NAS", Url = url }, fault);

    [Theory]
    [InlineData("https://sonarr.lan/health", "https://sonarr.lan/health")]
    [InlineData("https://sonarr.lan/health?apikey=very-secret&full=1", "https://sonarr.lan/health?apikey=•••&full=•••")]
    [InlineData("https://cam.lan/?very-secret", "https://cam.lan/?•••")]
    [InlineData("https://cam.lan/?", "https://cam.lan/?")]
    public void Url_AsEverybodyReadsIt_HasNoValuesInItsQuery(string url, string shown)
    {
        var check = CheckReading.Read(new CheckForm { Name = "NAS", Url = url }, "id", false).Check!;

        Assert.Equal((shown, url), (check.Question.Target, CheckForm.Of(check).Url));
    }

    [Theory]
    [InlineData("nas.lan", null)]
    [InlineData("10.0.0.20", null)]
    [InlineData("fd00::20", null)]
    [InlineData("127.0.0.1", CheckFields.Host)]
    [InlineData("169.254.1.1", CheckFields.Host)]
    [InlineData("nas lan", CheckFields.Host)]
    public void Host_IsTakenOrRefused(string host, string? fault) => AssertFault(new CheckForm { Name = "NAS", Kind = CheckKind.Ping, Host = host }, fault);

    [Fact]
    public void Faults_AllOfThem_AreFoundAtOnce()
    {
        var (check, faults) = CheckReading.Read(new CheckForm { Url = "x", Statuses = "ok", IntervalSeconds = 1, TimeoutSeconds = 0, DownAfter = null, UpAfter = 99 }, "id", false);

        Assert.Null(check);
        Assert.Equal([CheckFields.DownAfter, CheckFields.Interval, CheckFields.Name, CheckFields.Statuses, CheckFields.Timeout, CheckFields.UpAfter, CheckFields.Url], faults.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Form_OfACheck_ReadsAsTheSameCheck()
    {
        foreach (var preset in CheckPresets.All)
        {
            var form = Filled(preset);
            var (check, faults) = CheckReading.Read(form, "id", false);

            Assert.Empty(faults);
            Assert.Equal(check, CheckReading.Read(CheckForm.Of(check!), "id", false).Check);
        }
    }

    [Fact]
    public void Presets_HaveIdsAndPlacesOfTheirOwn()
    {
        Assert.Equal(CheckPresets.All.Length, CheckPresets.All.Select(preset => preset.Id).Distinct().Count());
        Assert.All(CheckPresets.All, preset => Assert.DoesNotContain(CheckPreset.Place, $"{Filled(preset).Url}{Filled(preset).Host}{Filled(preset).Server}", StringComparison.Ordinal));
    }

    [Fact]
    public void Derived_Kinds_CannotBeWished() => AssertFault(new CheckForm { Name = "NAS", Kind = CheckKind.Edge }, CheckFields.Kind);

    [Theory]
    [InlineData(ChannelKind.Discord, "", ChannelFields.Credential)]
    [InlineData(ChannelKind.Discord, "http://127.0.0.1/", ChannelFields.Credential)]
    [InlineData(ChannelKind.Slack, "hooks.example", ChannelFields.Credential)]
    [InlineData(ChannelKind.Slack, "https://hooks.example/x", null)]
    public void Channel_WhoseAddressIsItsSecret_NeedsOne(ChannelKind kind, string secret, string? fault)
    {
        var read = ChannelReading.Read(new ChannelForm { Name = "Chat", Kind = kind, Secret = secret }, "id", null, "new", false);

        Assert.Equal(fault is null ? [] : [fault], read.Faults.Keys);
        Assert.Equal(fault is null ? "new" : null, read.Channel?.Secret);
    }

    /// <summary>Else whoever may change an address would be given the token that was meant for the old one.</summary>
    [Fact]
    public void Secret_OfAChannelThatGoesElsewhere_IsAskedForAgain()
    {
        var before = new DesiredChannel { Id = "id", Name = "Phone", Kind = ChannelKind.Ntfy, Address = "https://ntfy.example/", Topic = "lab", Secret = "old" };
        var form = ChannelForm.Of(before);
        Assert.Equal(("old", null), (ChannelReading.Read(form, "id", before, "new", false).Channel?.Secret, ChannelReading.Read(form, "id", before, "new", false).Secret));

        form.Address = "https://elsewhere.example/";

        Assert.Equal([ChannelFields.Credential], ChannelReading.Read(form, "id", before, "new", false).Faults.Keys);
        form.HasNoSecret = true;
        Assert.Null(ChannelReading.Read(form, "id", before, "new", false).Channel?.Secret);
    }

    /// <summary>A token stands in the path of most webhooks; whoever reads what is wanted sees scheme and host.</summary>
    [Fact]
    public void Webhook_Address_IsASecretButForItsHost()
    {
        var read = ChannelReading.Read(Hook("https://api.telegram.org/bot1:token/sendMessage"), "id", null, "new", false);

        Assert.Equal(("https://api.telegram.org", "new-address", null), (read.Channel?.Address, read.Channel?.AddressSecret, read.Channel?.Secret));
        Assert.Equal("https://api.telegram.org/bot1:token/sendMessage", read.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://hooks.example")]
    public void Webhook_SavedWithWhatWasShownOfIt_KeepsItsAddress(string address)
    {
        var before = Webhook("https://hooks.example") with { AddressSecret = "old-address", Secret = "old" };

        var read = ChannelReading.Read(Hook(address), "id", before, "new", false);

        Assert.Equal(before with { Name = "Hook", HasDerived = true, WakesForCritical = true }, read.Channel);
        Assert.Null(read.Address);
    }

    [Fact]
    public void Webhook_ThatGoesElsewhereOnTheSameHost_IsAskedForItsSecretAgain()
    {
        var before = Webhook("https://hooks.example") with { AddressSecret = "old-address", Secret = "old" };

        Assert.Equal([ChannelFields.Credential], ChannelReading.Read(Hook("https://hooks.example/other"), "id", before, "new", false).Faults.Keys);
    }

    [Fact]
    public void Webhook_OfAnOlderVersion_IsSavedAsItIs()
    {
        var before = Webhook("https://hooks.example/token");
        Assert.Equal("", ChannelForm.Of(before).Address);

        var read = ChannelReading.Read(Hook(""), "id", before, "new", false);

        Assert.Equal(("https://hooks.example/token", null), (read.Channel?.Address, read.Channel?.AddressSecret));
    }

    [Theory]
    [InlineData("ada@example.org", true)]
    [InlineData("ada@example.org, bob@example.org", true)]
    [InlineData("ada", false)]
    [InlineData("Ada <ada@example.org>", false)]
    [InlineData("ada@example.org>\r\nRCPT TO:<eve@example.org", false)]
    [InlineData("", false)]
    public void Mail_ToWhom_IsTakenOrRefused(string to, bool isTaken)
    {
        var read = ChannelReading.Read(new ChannelForm { Name = "Mail", Kind = ChannelKind.Email, MailHost = "smtp.example.org", MailFrom = "portal@example.org", MailTo = to }, "id", null, "new", false);

        Assert.Equal(isTaken ? [] : [ChannelFields.MailTo], read.Faults.Keys);
    }

    private static ChannelForm Hook(string address) => new() { Name = "Hook", Kind = ChannelKind.Webhook, Address = address };

    private static DesiredChannel Webhook(string address) => new() { Id = "id", Name = "Hook", Kind = ChannelKind.Webhook, Address = address };

    private static CheckForm Filled(CheckPreset preset)
    {
        var form = new CheckForm { Host = "10.0.0.20" };
        preset.Fill(form);
        return form;
    }

    private static void AssertFault(CheckForm form, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], CheckReading.Read(form, "id", false).Faults.Keys);
}
