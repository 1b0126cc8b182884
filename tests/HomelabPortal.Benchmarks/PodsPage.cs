using System.Text.Json;
using HomelabPortal.Testing;
using Microsoft.Playwright;

namespace HomelabPortal.Benchmarks;

/// <summary>The pods page in its own browser session, watched from outside: when the first pod appears, and when each stamp does.</summary>
internal sealed class PodsPage : IAsyncDisposable
{
    public const string Path = "cluster/pods";

    /// <summary>Stamps are ten digits that begin with 1, with or without separators.</summary>
    private const string Observer =
        """
        window.seen = {}; window.firstPodAt = null;
        const look = text => {
          const now = Date.now();
          for (const match of (text ?? '').matchAll(/\b1(?:[,.\u00a0\u202f\u2009]?\d{3}){3}\b/g)) {
            const value = match[0].replace(/\D/g, '');
            window.seen[value] ??= now;
          }
        };
        const findPod = () => { if (window.firstPodAt === null && document.querySelector('a[href*="cluster/pods/"]')) window.firstPodAt = performance.now(); };
        new MutationObserver(changes => {
          for (const change of changes) {
            if (change.type === 'characterData') look(change.target.data);
            else for (const node of change.addedNodes) look(node.textContent);
          }
          findPod();
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    private readonly IPage _page;

    private readonly string _address;

    private PodsPage(IPage page, string address) => (_page, _address) = (page, address);

    /// <summary>Bytes over the wire so far, headers included, and bytes received through the web socket.</summary>
    public long Bytes { get; private set; }

    public long SocketBytes { get; private set; }

    public int Requests { get; private set; }

    /// <summary>How long the first load took until a pod was in the document, in milliseconds.</summary>
    public double FirstPodAt { get; private set; }

    public static async Task<PodsPage> OpenAsync(IBrowser browser, PortalPerson admin, string query = "")
    {
        var context = await browser.NewContextAsync(new() { BaseURL = admin.Portal.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.AddCookiesAsync(admin.CookiePairs.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = admin.Portal.ToString() }));
        var page = new PodsPage(await context.NewPageAsync(), Path + query);
        await page._page.AddInitScriptAsync(Observer);
        await page.CountBytesAsync(context);
        page.FirstPodAt = await page.LoadAsync();
        return page;
    }

    /// <summary>Navigates (again); returns the time from the start of the navigation until a pod is in the document, in milliseconds.</summary>
    public async Task<double> LoadAsync()
    {
        await _page.GotoAsync(_address, new() { WaitUntil = WaitUntilState.Commit });
        await _page.WaitForFunctionAsync("() => window.firstPodAt !== null", null, new() { PollingInterval = 20, Timeout = 60_000 });
        return await _page.EvaluateAsync<double>("() => window.firstPodAt");
    }

    /// <summary>Waits until the page is connected and nothing more is loaded.</summary>
    public async Task SettleAsync()
    {
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await _page.WaitForTimeoutAsync(1500);
    }

    /// <summary>When the first content was painted, in milliseconds since the start of the navigation.</summary>
    public Task<double> FirstPaintAsync() =>
        _page.EvaluateAsync<double>(
            "() => new Promise(done => new PerformanceObserver((list, o) => { o.disconnect(); done(list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1); }).observe({ type: 'paint', buffered: true }))");

    /// <summary>The pods in the window, as namespace/name.</summary>
    public Task<string[]> PodsOnScreenAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a[href*="cluster/pods/"]')]
              .filter(link => { const box = link.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight && box.width > 0; })
              .map(link => new URL(link.href).pathname.split('/').slice(-2).map(decodeURIComponent).join('/'))
            """);

    /// <summary>Every stamp seen so far and when, in Unix milliseconds.</summary>
    public async Task<IReadOnlyDictionary<int, long>> SeenAsync() =>
        JsonSerializer.Deserialize<Dictionary<int, long>>(await _page.EvaluateAsync<string>("() => JSON.stringify(window.seen)"))!;

    public async ValueTask DisposeAsync() => await _page.Context.DisposeAsync();

    private async Task CountBytesAsync(IBrowserContext context)
    {
        var session = await context.NewCDPSessionAsync(_page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, message) =>
        {
            Bytes += message!.Value.GetProperty("encodedDataLength").GetInt64();
            Requests++;
        };
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, message) =>
            SocketBytes += message!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 3 / 4;
    }
}
