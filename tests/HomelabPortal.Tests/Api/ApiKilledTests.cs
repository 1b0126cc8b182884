using System.Net;
using System.Net.Http.Headers;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Api;

/// <summary>The real process, killed while requests are under way: whoever sends each one again has exactly one of everything.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ApiKilledTests
{
    private const int Kills = 5;
    private const int Requests = 5;

    [Fact]
    public async Task Requests_CutOffByAKillAndSentAgain_HaveOneEffectEach()
    {
        await using var lab = await PortalLab.StartAsync();
        var token = await OfflineToken.MakeAsync(lab.DataDirectory);
        var random = new Random(20261121);
        var answers = new Dictionary<string, string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var names = Enumerable.Range(0, Requests).Select(number => $"cut{kill}{number}.cowlab.org").ToList();
            await using (var portal = await lab.StartPortalAsync())
            {
                using var client = Client(portal, token);
                await portal.ReadyAsync(CancellationToken.None);
                var sent = Task.WhenAll(names.Select(name => TrySendAsync(client, name, answers)));
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 400)), TimeProvider.System);
                await portal.KillAsync();
                await sent;
            }

            await using var next = await lab.StartPortalAsync();
            await next.ReadyAsync(CancellationToken.None);
            using var again = Client(next, token);
            foreach (var name in names)
            {
                var before = answers.GetValueOrDefault(name);
                Assert.True(await TrySendAsync(again, name, answers), $"{name} was refused.\n{next.Log}");
                // Who was answered before the kill is answered the same after it.
                Assert.Equal(before ?? answers[name], answers[name]);
            }

            var all = (await ApiCall.SendAsync(again, "GET", "/exposures")).Json["items"]!.AsArray().Select(exposure => (string)exposure!["hostname"]!).ToList();
            Assert.Equal(names, all.Where(names.Contains).Order());
        }
    }

    private static HttpClient Client(PortalProcess portal, string token)
    {
        var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>False when there was no good answer.</summary>
    private static async Task<bool> TrySendAsync(HttpClient client, string name, Dictionary<string, string> answers)
    {
        try
        {
            var call = await ApiCall.SendAsync(client, "POST", "/exposures", Wishes.Exposure(name), ("Idempotency-Key", name));
            if (call.Status != HttpStatusCode.Created)
                return false;
            lock (answers)
                answers[name] = call.Text;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
