using Bunit;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Pages;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers;
using Microsoft.Extensions.DependencyInjection;
using ContainerState = HomelabPortal.Gpu.Containers.Writing.ContainerState;

namespace HomelabPortal.Tests.Gpu.Pages;

public sealed class GpuLeaseTests
{
    [Fact]
    public async Task Leases_OfAHost_SayWhoHoldsTheGpuAndWhoWaits()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        var holder = Wish.Container() with { Gpu = GpuRequest.All, Lease = new GpuLease(false, 8_192, 3) };
        await WantAsync(page, holder);
        await WantAsync(page, Wish.Container("vllm", "ct00000002") with { Gpu = GpuRequest.All, Lease = new GpuLease(true, null, 1) });
        Runs(page, holder);

        var rows = page.Context.Render<GpuPage>().FindAll(".leases li").Select(row => row.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(new[] { "ollama", "shared", "8 GiB reserved", "Holds it" }, words => Assert.Contains(words, rows[0], StringComparison.Ordinal));
        Assert.All(new[] { "vllm", "for itself", "Waits" }, words => Assert.Contains(words, rows[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leases_OfTwoThatRunAndEachWantTheGpuAlone_AreSaidToContradictEachOther()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        var both = new[] { Wish.Container(), Wish.Container("vllm", "ct00000002") }.Select(container => container with { Gpu = GpuRequest.All, Lease = new GpuLease(true) }).ToArray();
        foreach (var container in both)
            await WantAsync(page, container);
        Runs(page, both);

        Assert.Equal(
            "ollama and vllm each want the GPU for themselves, and both run. Stop one of them, or change a lease.",
            Assert.Single(page.Context.Render<GpuPage>().FindAll(".notice")).TextContent.Trim());
    }

    [Fact]
    public async Task Leases_WhereNobodyHasOne_AreLeftOut()
    {
        await using var page = await GpuBench.OpenAsync();
        page.Publish(Cards.Measured(page.Context.Clock.GetUtcNow(), Cards.Card()));
        await WantAsync(page, Wish.Container());

        Assert.DoesNotContain("Leases on the GPU", page.Context.Render<GpuPage>().Markup, StringComparison.Ordinal);
    }

    private static Task WantAsync(ActsPage page, DesiredContainer container) =>
        page.Store.SaveAsync(new DesiredEdit.PutContainer(container), "test", Desire.Owner, null, CancellationToken.None);

    private static void Runs(ActsPage page, params DesiredContainer[] containers)
    {
        var there = containers.Select(container => new LiveContainer { Id = container.Id, Name = container.Name, State = "running", Instance = page.Store.Current.Instance, App = container.Id });
        page.Context.Services.GetRequiredService<Live<ContainerState>>().Publish(new ContainerState([LiveHost.Unseen(Wish.Host, "") with { Fault = null, Containers = [.. there] }]));
    }
}
