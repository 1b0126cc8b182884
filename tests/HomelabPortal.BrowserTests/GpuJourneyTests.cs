using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>The GPU machine as its people use it: a model is put on it, its new version is taken back, and who holds the card is seen from the sofa.</summary>
[Collection(PortalCollection.Name)]
public sealed partial class GpuJourneyTests(PortalBrowser browser)
{
    private const string Box = "gpu-box";
    private const string Ollama = "ollama/ollama:0.6.2";

    /// <summary>A check that comes every half minute has passed by then.</summary>
    private const float ServesWithin = 120_000;

    [BrowserFact]
    public async Task Operator_PutsAModelOnTheMachine_WatchesThePull_AndSeesItHoldTheCard()
    {
        await using var lab = await StartLabAsync(TimeSpan.FromSeconds(8));
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var people = await PortalPeople.MakeAsync(portal);
        await using var open = await browser.OpenAsync("/gpu/containers/new", person: people.Operator);
        var page = open.Page;
        await open.InteractiveAsync();

        await page.GetByLabel("Begin with").SelectOptionAsync(new SelectOptionValue { Label = "Ollama" });
        await Expect(page.GetByLabel("Image", new() { Exact = true })).ToHaveValueAsync(Ollama);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("granite");
        await page.GetByLabel("Ports", new() { Exact = true }).FillAsync("11435:11434");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Create granite?" });
        await Expect(dialog).ToContainTextAsync($"image {Ollama} on {Box}");
        await open.ScreenshotAsync("gpu-deploy-plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Create the container {Box}/granite" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Meter, new() { Name = $"Pulling {Ollama}" })).ToHaveAttributeAsync("aria-valuetext", HowFar());
        await open.ScreenshotAsync("gpu-deploy-pull");
        await Eventually.HoldsAsync(() => lab.Lab.DockerStates[0].Find("granite") is { IsRunning: true }, () => portal.Log, TimeSpan.FromSeconds(60));

        await using (var cards = await browser.OpenAsync("/gpu", person: people.Viewer))
        {
            await cards.InteractiveAsync();
            await Expect(Holder(cards.Page, "granite")).ToContainTextAsync(GiB(), new() { Timeout = ServesWithin });
            await cards.ScreenshotAsync("gpu-deploy-holders");
        }

        await Expect(State(page, "Running")).ToBeVisibleAsync(new() { Timeout = ServesWithin });
        await open.ScreenshotAsync("gpu-deploy-running");
    }

    [BrowserFact]
    public async Task NewVersion_ThatDoesNotServe_IsTakenBack_AndTheNextOneStays()
    {
        await using var lab = await StartLabAsync(TimeSpan.Zero);
        lab.Lab.DockerStates[0].Registry.Publish("lab/app:2", isSick: true);
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();
        var id = await WantAsync(admin);
        await using var open = await browser.OpenAsync($"/gpu/containers/{id}", person: admin);
        var page = open.Page;
        await open.InteractiveAsync();
        await Expect(State(page, "Running")).ToBeVisibleAsync(new() { Timeout = ServesWithin });
        var first = lab.Lab.DockerStates[0].Find("app")!.Id;

        await ChangeImageAsync(open, "lab/app:2");
        await Expect(page.Locator("main")).ToContainTextAsync("The version before it is in its place.", new() { Timeout = ServesWithin });
        await Expect(page.Locator("main")).ToContainTextAsync("its check said that it does not serve");
        Assert.Equal((first, true), (lab.Lab.DockerStates[0].Find("app")!.Id, lab.Lab.DockerStates[0].Find("app")!.IsRunning));
        await open.ScreenshotAsync("gpu-taken-back");

        await ChangeImageAsync(open, "lab/app:3");
        await Expect(State(page, "Running")).ToBeVisibleAsync(new() { Timeout = ServesWithin });
        Assert.NotEqual(first, lab.Lab.DockerStates[0].Find("app")!.Id);
    }

    [BrowserFact]
    public async Task NewVersionOfATag_IsTakenByClick_AndGoneBackFrom()
    {
        await using var lab = await StartLabAsync(TimeSpan.Zero);
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var admin = await portal.AdminAsync();
        var id = await WantAsync(admin);
        await using var open = await browser.OpenAsync($"/gpu/containers/{id}", person: admin);
        var page = open.Page;
        await open.InteractiveAsync();
        await Expect(State(page, "Running")).ToBeVisibleAsync(new() { Timeout = ServesWithin });
        var first = lab.Lab.DockerStates[0].Find("app")!.Id;

        lab.Lab.DockerStates[0].Registry.Publish("lab/app:1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Update", Exact = true }).ClickAsync(new() { Timeout = ServesWithin });
        await open.ScreenshotAsync("gpu-update");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Update app?" }).GetByRole(AriaRole.Button, new() { Name = $"Update the container {Box}/app" }).ClickAsync();
        await Eventually.HoldsAsync(() => lab.Lab.DockerStates[0].Find("app") is { IsRunning: true } now && now.Id != first, () => portal.Log, TimeSpan.FromSeconds(60));
        var second = lab.Lab.DockerStates[0].Find("app")!.Id;

        await page.GetByRole(AriaRole.Button, new() { NameRegex = GoBack() }).First.ClickAsync(new() { Timeout = ServesWithin });
        var back = page.GetByRole(AriaRole.Dialog, new() { Name = "Roll back app?" }).GetByRole(AriaRole.Button, new() { Name = $"Roll back the container {Box}/app" });
        await Expect(back).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Roll back app?" })).Not.ToContainTextAsync("It is made when its image is there");
        await open.ScreenshotAsync("gpu-roll-back");
        await back.ClickAsync();
        await Eventually.HoldsAsync(() => lab.Lab.DockerStates[0].Find("app") is { IsRunning: true } now && now.Id != second, () => portal.Log, TimeSpan.FromSeconds(60));
        await Expect(State(page, "Running")).ToBeVisibleAsync(new() { Timeout = ServesWithin });
        await open.ScreenshotAsync("gpu-rolled-back");
    }

    [BrowserFact]
    public async Task Container_ExposedFromItsRow_IsReachedByPodsAndByAName()
    {
        const string Hostname = "app.cowlab.org";
        await using var lab = await StartLabAsync(TimeSpan.Zero);
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var people = await PortalPeople.MakeAsync(portal);
        var lan = lab.Lab.DockerHosts[0].LanAddress!;
        await WantAsync(people.Operator, new JsonObject { ["address"] = lan, ["hostPort"] = 18080, ["containerPort"] = 8080 });
        await using var open = await browser.OpenAsync("/gpu/containers", person: people.Operator);
        var page = open.Page;
        await open.InteractiveAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Expose app" }).ClickAsync();
        // What is suggested must not come in between.
        await Expect(page.GetByLabel("Hostname")).Not.ToHaveValueAsync("");
        await page.GetByLabel("Hostname").FillAsync(Hostname);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = $"Expose {Hostname}?" });
        foreach (var kind in new[] { "Service", "EndpointSlice", "IngressRoute" })
            await Expect(dialog).ToContainTextAsync(kind);
        await open.ScreenshotAsync("gpu-expose-plan");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Expose {Hostname}" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("In place", new() { Timeout = ServesWithin });

        using var cluster = KubeconfigFile.Read(lab.Lab.Kubernetes.KubeconfigPath).CreateHttpClient();
        var slices = await cluster.GetStringAsync(new Uri("apis/discovery.k8s.io/v1/endpointslices", UriKind.Relative));
        Assert.Contains($"\"{lan}\"", slices, StringComparison.Ordinal);
        Assert.Contains("18080", slices, StringComparison.Ordinal);
        Assert.Contains($"Host(`{Hostname}`)", await cluster.GetStringAsync(new Uri("apis/traefik.io/v1alpha1/ingressroutes", UriKind.Relative)), StringComparison.Ordinal);

        await page.GotoAsync("/gpu/containers");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Hostname })).ToBeVisibleAsync();
        await open.ScreenshotAsync("gpu-exposed");
    }

    [BrowserFact]
    public async Task Operator_OnThePhone_SeesWhoHoldsTheCard_AndRestartsWhoLostIt()
    {
        await using var lab = await StartLabAsync(TimeSpan.Zero);
        await using var portal = await lab.StartPortalAsync();
        await portal.ReadyAsync(default);
        using var people = await PortalPeople.MakeAsync(portal);
        await using var open = await browser.OpenAsync("/gpu", Viewport.Phone, ColorScheme.Dark, person: people.Operator);
        var page = open.Page;
        await open.InteractiveAsync();
        var machine = page.GetByRole(AriaRole.Region, new() { Name = Box });
        await Expect(Holder(page, "ollama")).ToContainTextAsync(GiB(), new() { Timeout = ServesWithin });
        await Expect(machine).ToContainTextAsync("whisper no longer sees");
        await open.ScreenshotAsync("gpu-phone");

        await page.Locator($"a[href='/gpu/hosts/{Box}/containers/whisper']").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "whisper" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart whisper" }).ClickAsync();
        await Eventually.HoldsAsync(() => !lab.Lab.DockerStates[0].Find("whisper")!.HasLostGpu, () => portal.Log, TimeSpan.FromSeconds(60));
        await open.FitsAsync();
        await open.ScreenshotAsync("gpu-phone-restarted");
    }

    /// <param name="perGigabyte">How long a gigabyte takes from the registry.</param>
    private static async Task<PortalLab> StartLabAsync(TimeSpan perGigabyte)
    {
        var lab = await PortalLab.StartAsync();
        lab.Lab.DockerStates[0].Registry.PerGigabyte = perGigabyte;
        lab.Settings["Docker__Hosts__0__GpuProbeImage"] = "debian:stable-slim";
        return lab;
    }

    private static async Task<string> WantAsync(PortalPerson person, params JsonNode[] ports)
    {
        var wish = new JsonObject
        {
            ["host"] = Box, ["name"] = "app", ["image"] = "lab/app:1", ["health"] = new JsonObject { ["command"] = "true", ["intervalSeconds"] = 1, ["retries"] = 1 }, ["ports"] = new JsonArray(ports),
        };
        using var answer = await person.PostAsync("/api/v1/containers", wish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private static async Task ChangeImageAsync(PortalPage open, string image)
    {
        var page = open.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" })).ToBeVisibleAsync();
        await page.GetByLabel("Image", new() { Exact = true }).FillAsync(image);
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the plan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Change app?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Change the container {Box}/app" }).ClickAsync();
        await Expect(page.Locator("dd").GetByText(image, new() { Exact = true })).ToBeVisibleAsync();
    }

    private static ILocator State(IPage page, string word) => page.Locator("main").GetByText(word, new() { Exact = true }).First;

    /// <summary>Who has a part of the card's memory; the leases below name it too.</summary>
    private static ILocator Holder(IPage page, string name) =>
        page.GetByRole(AriaRole.Region, new() { Name = Box, Exact = true }).GetByRole(AriaRole.Region, new() { Name = "Who holds the memory" })
            .GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });

    [GeneratedRegex(@"[\d.]+ [KM]iB of [\d.]+ MiB")]
    private static partial Regex HowFar();

    [GeneratedRegex("^Go back to ")]
    private static partial Regex GoBack();

    [GeneratedRegex(@"[\d.]+ GiB")]
    private static partial Regex GiB();
}
