using System.Net;
using System.Net.Sockets;
using System.Text;
using HomelabPortal.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomelabPortal.BrowserTests;

/// <summary>From a new check through its outage and recovery, with the message that tells of it, to its silence.</summary>
[Collection(PortalCollection.Name)]
public sealed class CheckJourneyTests(PortalBrowser browser)
{
    private const float Patience = 90_000;

    [BrowserTheory]
    [InlineData(Viewport.Desktop)]
    [InlineData(Viewport.Phone)]
    public async Task Check_FromNewToDownToUp_IsSeenToldAndSilenced(Viewport viewport)
    {
        SetDefaultExpectTimeout(Patience);
        using var server = new Answering();
        using var hook = new Answering();
        await using var portal = await LabPortal.StartAsync(settings: new Dictionary<string, string> { ["Checks__AllowLoopback"] = "true", ["Checks__GroupFor"] = "00:00:01" });
        await portal.ReadyAsync();

        await using (var channels = await browser.OpenAsync("/notifications/channels/new", viewport, person: portal.Admin))
        {
            await channels.InteractiveAsync();
            var page = channels.Page;
            await page.GetByRole(AriaRole.Radio, new() { Name = "Webhook" }).CheckAsync();
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Hook");
            await page.GetByLabel("Address", new() { Exact = true }).FillAsync(hook.Address);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the channel" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
            await Expect(page.Locator(".channels")).ToContainTextAsync("Works");
            await Expect(page.GetByText("The test was taken by Hook.")).ToBeVisibleAsync();
            await channels.FitsAsync();
        }

        await using var open = await browser.OpenAsync("/checks/new", viewport, person: portal.Admin);
        await open.InteractiveAsync();
        await MakeAsync(open.Page, server.Address);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Attic" }).First.ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Heading, new() { Name = "Attic", Level = 1 })).ToBeVisibleAsync();
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "Now" })).ToContainTextAsync("HTTP 200.");

        server.Status = 503;
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "Now" })).ToContainTextAsync("HTTP 503, not 200-299.");
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "Outages" })).ToContainTextAsync("Not over yet.");
        await open.FitsAsync();
        await open.ScreenshotAsync("check-down");
        await Eventually.HoldsAsync(() => hook.Bodies.Any(body => body.Contains("Attic is down", StringComparison.Ordinal)), () => "Nobody was told.", TimeSpan.FromSeconds(90));

        server.Status = 200;
        await Expect(open.Page.GetByRole(AriaRole.Region, new() { Name = "Outages" })).ToContainTextAsync("Down for");
        await Eventually.HoldsAsync(() => hook.Bodies.Any(body => body.Contains("Attic is up again", StringComparison.Ordinal)), () => "Nobody was told that it came back.", TimeSpan.FromSeconds(90));

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Silence", Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Silence for 1 h" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "End the silence" }).ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "Silence", Exact = true })).ToBeVisibleAsync();

        server.Status = 503;
        await using var home = await browser.OpenAsync("/", viewport, person: portal.Admin);
        await home.InteractiveAsync();
        await SilenceAtHomeAsync(home.Page);
        await Expect(open.Page.GetByRole(AriaRole.Button, new() { Name = "End the silence" })).ToBeVisibleAsync();
    }

    /// <summary>What is known and is being mended need not call anybody: one of the three acts that a thumb reaches.</summary>
    private static async Task SilenceAtHomeAsync(IPage page)
    {
        var problem = page.Locator(".problem", new() { HasText = "Attic fails its check" });
        await Expect(problem).ToHaveCountAsync(1);
        if (!await problem.IsVisibleAsync())
            await page.Locator("details:has(.problem) > summary").ClickAsync();
        await problem.GetByRole(AriaRole.Link, new() { Name = "Silence" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Silence Attic for 1 h" }).ClickAsync();
        await Expect(page.GetByText("Nobody is told about Attic for 1 h.")).ToBeVisibleAsync();
        await Expect(problem).ToHaveCountAsync(0);
    }

    private static async Task MakeAsync(IPage page, string address)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Attic");
        await page.GetByLabel("Address", new() { Exact = true }).FillAsync(address);
        await page.GetByLabel("Every, in seconds").FillAsync("10");
        await page.GetByLabel("Wait for an answer, in seconds").FillAsync("5");
        await page.GetByLabel("Down after").FillAsync("1");
        await page.GetByLabel("Up after").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the check" }).ClickAsync();
    }

    /// <summary>A server on loopback that gives the status of the moment and keeps what it was sent.</summary>
    private sealed class Answering : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Answering()
        {
            using (var port = new TcpListener(IPAddress.Loopback, 0))
            {
                port.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public int Status { get; set; } = 200;

        public System.Collections.Concurrent.ConcurrentQueue<string> Bodies { get; } = [];

        public void Dispose() => _listener.Close();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                    Bodies.Enqueue(await reader.ReadToEndAsync());
                    context.Response.StatusCode = Status;
                    context.Response.Close();
                }
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The test is over.
            }
        }
    }
}
