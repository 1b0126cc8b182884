using HomelabPortal.Desired;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Lab;

/// <summary>The real process, killed without warning while it writes, time and again on the same folder.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PortalKilledTests : IAsyncLifetime
{
    private const int Kills = 8;
    private static readonly string[] _writes = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly TimeSpan _settleTimeout = TimeSpan.FromSeconds(90);
    private readonly Dictionary<string, Exposure> _wanted = [];
    private PortalLab? _lab;

    private SimulatedLab Lab => _lab!.Lab;

    public async Task InitializeAsync()
    {
        _lab = await PortalLab.StartAsync();
        // Slow writes: most moments are then in the middle of one.
        foreach (var verb in _writes)
            Lab.Faults.Add(new FaultMatch { Verb = verb }, new FaultEffect.Latency(TimeSpan.FromMilliseconds(120)));
    }

    public async Task DisposeAsync() => await _lab!.DisposeAsync();

    [Fact]
    public async Task Portal_KilledAtManyMomentsOfItsApplies_PutsAllInPlaceOnceAndTouchesNothingElse()
    {
        var random = new Random(20260721);
        var foreign = Look().Foreign;
        await PutAsync(0, 1, 2, 3);
        await using (await _lab!.StartPortalAsync())
            await SettledAsync();

        var cutShort = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await EditAsync(kill);
            await RunAndKillAsync(random.Next(1, 8), TimeSpan.FromMilliseconds(random.Next(200)));
            cutShort += IsSettled() ? 0 : 1;
            var picture = Look();
            Assert.Equal(foreign, picture.Foreign);
            Assert.Equal(picture.Records.Distinct(), picture.Records);
            Assert.Equal(picture.Rules.Distinct(), picture.Rules);
            // A name is public only while the tunnel knows where it leads.
            Assert.Empty(picture.Records.Except(picture.Rules));
        }

        // Else the moments were all too late, and this showed nothing.
        Assert.NotEqual(0, cutShort);
        await using var portal = await _lab.StartPortalAsync();
        await SettledAsync();
        Assert.Equal(foreign, Look().Foreign);
    }

    /// <summary>By turns two more on the Internet, and one back into the house or taken away: never so many deletes that the brake asks a person.</summary>
    private Task EditAsync(int kill)
    {
        if (kill % 2 == 0)
            return PutAsync(4 + kill, 5 + kill);
        var id = _wanted.Keys.Order(StringComparer.Ordinal).ElementAt(kill);
        if (kill % 4 == 1)
            return SaveAsync(_wanted[id] with { Visibility = Visibility.Lan, IsPublicWithoutLogin = false });
        _wanted.Remove(id);
        return OfflineDesire.SaveAsync(_lab!.DataDirectory, [new DesiredEdit.RemoveExposure(id)]);
    }

    private Task PutAsync(params int[] numbers) => SaveAsync([.. numbers.Select(number =>
    {
        var put = OfflineDesire.Put($"exposure{number:00}", $"kill{number:00}.cowlab.org", "ai/qdrant:http", Visibility.Tunnel).Exposure;
        return number % 2 == 0 ? put : put with { Backend = new AddressBackend("10.0.0.175", 8000 + number) };
    })]);

    private Task SaveAsync(params Exposure[] exposures)
    {
        foreach (var exposure in exposures)
            _wanted[exposure.Id] = exposure;
        return OfflineDesire.SaveAsync(_lab!.DataDirectory, exposures.Select(exposure => new DesiredEdit.PutExposure(exposure)));
    }

    /// <summary>Lets the portal begin so many writes, or end what it has to do, and a moment more.</summary>
    private async Task RunAndKillAsync(int writes, TimeSpan moment)
    {
        Lab.Faults.Log.Clear();
        await using var portal = await _lab!.StartPortalAsync();
        await Eventually.HoldsAsync(() => Lab.Faults.Log.Writes.Count >= writes || IsSettled(), () => $"{Describe()}\n{portal.Log}", _settleTimeout);
        await Task.Delay(moment, TimeProvider.System);
        await portal.KillAsync();
    }

    private Task SettledAsync() => Eventually.HoldsAsync(IsSettled, Describe, _settleTimeout);

    private bool IsSettled()
    {
        var (picture, published) = (Look(), Published());
        return picture.Routes.SequenceEqual(Hosts(_wanted.Values).Select(host => $"Host(`{host}`)"))
            && picture.Rules.SequenceEqual(published)
            && picture.Records.SequenceEqual(published);
    }

    private string Describe()
    {
        var picture = Look();
        return $"Wanted: {string.Join(' ', Hosts(_wanted.Values))}, public {string.Join(' ', Published())}.\n"
            + $"Routes: {string.Join(' ', picture.Routes)}\nRules: {string.Join(' ', picture.Rules)}\nRecords: {string.Join(' ', picture.Records)}";
    }

    private List<string> Published() => Hosts(_wanted.Values.Where(exposure => exposure.Visibility == Visibility.Tunnel));

    private static List<string> Hosts(IEnumerable<Exposure> exposures) => [.. exposures.Select(exposure => exposure.Hostname.Value).Order(StringComparer.Ordinal)];

    private LabPicture Look() => LabPicture.Take(Lab, host => host.StartsWith("kill", StringComparison.Ordinal));
}
