using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Gpu.Containers.Writing;

namespace HomelabPortal.ConformanceTests.Docker;

/// <summary>Images of registries, the same on every daemon: how far a pull is, who is let in, and what is there now without pulling it.</summary>
public abstract class DockerRegistryConformance : DockerConformance
{
    private protected const string User = "reader";
    private protected const string Password = "only-for-tests";

    /// <summary>Where anybody may pull, and where only <see cref="User"/> may.</summary>
    private protected abstract (string Open, string Closed) Registries { get; }

    private string Image => $"{Registries.Open}/lab/app:1";

    private string ClosedImage => $"{Registries.Closed}/private/app:1";

    [ConformanceFact]
    public async Task Pull_TellsItsBytes_AndEndsWithWhatTheRegistryHas()
    {
        await PublishAsync(Image, isBroken: false);
        var remote = await Client.InspectRemoteAsync(Image, null, Limit);
        var tally = new PullTally();
        var seen = new List<PullTotals>();
        await foreach (var report in Client.PullAsync(Image, null, Limit))
            seen.Add(tally.Add(report));

        Assert.Contains(seen, totals => totals.DownloadedBytes > 0 && totals.DownloadedBytes < totals.TotalBytes);
        Assert.True(seen[^1] is { Layers: > 1, TotalBytes: > 1 << 20 } end && end.Layers == end.LayersDone && end.DownloadedBytes == end.TotalBytes, $"{seen[^1]}");
        Assert.Equal(remote.Digest, seen[^1].Digest);
        Assert.Contains($"{Image[..^2]}@{remote.Digest}", (await Client.InspectImageAsync(Image, Limit))!.RepoDigests!);

        Assert.Equal(PullTotals.None with { Digest = remote.Digest }, await PullAsync(Image, null));
    }

    [ConformanceFact]
    public async Task NewImageUnderATag_IsSeenWithoutPulling_AndTheOldOneIsStillThereByItsDigest()
    {
        await PublishAsync(Image, isBroken: false);
        await PullAsync(Image, null);
        var before = (await Client.InspectImageAsync(Image, Limit))!;
        var remote = (await Client.InspectRemoteAsync(Image, null, Limit)).Digest!;
        Assert.Contains(before.RepoDigests!, known => known.EndsWith(remote, StringComparison.Ordinal));

        await PublishAsync(Image, isBroken: false);
        remote = (await Client.InspectRemoteAsync(Image, null, Limit)).Digest!;
        Assert.DoesNotContain(before.RepoDigests!, known => known.EndsWith(remote, StringComparison.Ordinal));
        Assert.Equal(before.Id, (await Client.InspectImageAsync(Image, Limit))!.Id);

        Assert.Equal(remote, (await PullAsync(Image, null)).Digest);
        Assert.NotEqual(before.Id, (await Client.InspectImageAsync(Image, Limit))!.Id);
        Assert.Equal(before.Id, (await Client.InspectImageAsync(before.RepoDigests![0], Limit))?.Id);
    }

    [ConformanceFact]
    public async Task ClosedRegistry_LetsInWhoItKnows()
    {
        await PublishAsync(ClosedImage, isBroken: false);
        foreach (var credentials in new[] { null, Credentials("another") })
        {
            await FailsAsync(DockerErrorKind.RegistryAuth, () => Client.InspectRemoteAsync(ClosedImage, credentials, Limit));
            await FailsAsync(DockerErrorKind.RegistryAuth, () => PullAsync(ClosedImage, credentials));
        }

        Assert.Null(await Client.InspectImageAsync(ClosedImage, Limit));
        await FailsAsync(DockerErrorKind.RegistryAuth, () => Client.CheckCredentialsAsync(Credentials("another"), Limit));
        await Client.CheckCredentialsAsync(Credentials(Password), Limit);
        var remote = await Client.InspectRemoteAsync(ClosedImage, Credentials(Password), Limit);
        Assert.Equal(remote.Digest, (await PullAsync(ClosedImage, Credentials(Password))).Digest);
    }

    [ConformanceFact]
    public async Task Image_ThatTheRegistryDoesNotHave_IsToldSo()
    {
        await WithdrawAsync(Image);
        await FailsAsync(DockerErrorKind.RegistryNotFound, () => Client.InspectRemoteAsync(Image, null, Limit));
        await FailsAsync(DockerErrorKind.RegistryNotFound, () => PullAsync(Image, null));
    }

    [ConformanceFact]
    public async Task Pull_ThatBreaksInTheMiddle_IsAFault_AndTheImageIsNotThere()
    {
        await PublishAsync(Image, isBroken: true);
        var seen = 0;
        var fault = await FailsAsync(DockerErrorKind.Other, async () =>
        {
            await foreach (var _ in Client.PullAsync(Image, null, Limit))
                seen++;
        });
        Assert.True(seen > 2, $"{seen}");
        Assert.Contains("verification failed", fault.DaemonMessage, StringComparison.Ordinal);
        Assert.Null(await Client.InspectImageAsync(Image, Limit));
    }

    [ConformanceFact]
    public async Task Pull_ThatIsCancelled_EndsAtOnce_AndCanBeBegunAgain()
    {
        await PublishAsync(Image, isBroken: false);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var report in Client.PullAsync(Image, null, cancel.Token))
            {
                if (report.Status == "Downloading")
                    await cancel.CancelAsync();
            }
        });
        Assert.False(Limit.IsCancellationRequested);
        Assert.Null(await Client.InspectImageAsync(Image, Limit));
        Assert.NotNull((await PullAsync(Image, null)).Digest);
    }

    [ConformanceFact]
    public async Task WantedContainer_WhoseImageIsNotThere_WaitsForItsPull_AndRuns()
    {
        await PublishAsync(Image, isBroken: false);
        var name = NewName();
        RemoveAfterwards(name);
        using var folder = new TemporaryFolder();
        var open = new List<IDisposable>();
        using var life = await ContainerPortal.BeginAsync(folder.Path, new DockerHost("host", null, Client), open, null);
        await life.SaveAsync(new DesiredEdit.PutContainer(new DesiredContainer
        {
            Id = "ct00000001", Host = "host", Name = name, Image = Image, Command = ["sh", "-c", Server], Health = new HealthProbe("true", IntervalSeconds: 1),
        }));
        var said = new List<string>();
        await Eventually.HoldsAsync(
            async () =>
            {
                await life.PassAsync();
                said.Add($"{life.Now.Of("ct00000001")?.Explanation}");
                return life.Now.Of("ct00000001")?.Phase == OwnerPhase.InPlace;
            },
            () => string.Join('\n', said.Distinct()), TimeSpan.FromSeconds(30), Limit);

        Assert.Contains(said, sentence => sentence.StartsWith($"Pulling {Image}: ", StringComparison.Ordinal));
        Assert.Equal(Image, (await InspectAsync(name)).Config?.Image);
        foreach (var each in open)
            each.Dispose();
    }

    /// <summary>Puts a new image under a name; a broken one comes to an error in the middle of its layers.</summary>
    private protected abstract Task PublishAsync(string image, bool isBroken);

    private protected virtual Task WithdrawAsync(string image) => Task.CompletedTask;

    private RegistryCredentials Credentials(string password) => new(User, password, Registries.Closed);

    private async Task<PullTotals> PullAsync(string image, RegistryCredentials? credentials)
    {
        var tally = new PullTally();
        var totals = PullTotals.None;
        await foreach (var report in Client.PullAsync(image, credentials, Limit))
            totals = tally.Add(report);
        return totals;
    }
}
