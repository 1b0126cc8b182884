using System.Net;
using System.Text;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>
/// Every way in which following can go wrong, as a script: pods a, b and d are known; while nobody listens c is made and d is deleted.
/// Each ends with the server well again and telling so.
/// </summary>
internal static class ReflectorTroubles
{
    private static readonly string[] _after = [Samples.Pod("a", "12"), Samples.Pod("b", "8"), Samples.Pod("c", "20")];
    private static readonly string[] _changes = [Samples.Event("ADDED", Samples.Pod("c", "20")), Samples.Event("DELETED", Samples.Pod("d", "21"))];

    public static IReadOnlyDictionary<string, Func<ScriptedApi, ScriptedWatch, Task>> All { get; } = new Dictionary<string, Func<ScriptedApi, ScriptedWatch, Task>>
    {
        ["410 in the stream"] = async (api, watch) =>
        {
            Recovers(api);
            await watch.SendAsync(Samples.Event("ERROR", Samples.Status(410, "Expired")));
        },
        ["410 as status"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.Gone, "Expired"))),
        ["end of the stream"] = (api, watch) => Then(watch.End, () => Recovers(api)),
        ["a hang without FIN"] = (api, _) => Then(() => { }, () => Recovers(api)),
        ["a broken connection"] = (api, watch) => Then(watch.Break, () => Recovers(api)),
        ["half a line"] = async (api, watch) =>
        {
            Recovers(api);
            await watch.SendBytesAsync(Encoding.UTF8.GetBytes(_changes[0][..(_changes[0].Length / 2)]));
            watch.Break();
        },
        ["half a line and a clean end"] = async (api, watch) =>
        {
            Recovers(api);
            await watch.SendBytesAsync(Encoding.UTF8.GetBytes(_changes[0][..(_changes[0].Length / 2)]));
            watch.End();
        },
        ["bookmarks only"] = async (api, watch) =>
        {
            await watch.SendAsync(Samples.Bookmark("15"));
            Recovers(api);
            watch.End();
        },
        ["429"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.TooManyRequests, "TooManyRequests"))),
        ["403"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.Forbidden, "Forbidden"))),
        ["500"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.InternalServerError, "InternalError"))),
        ["a page cut short"] = (api, watch) => Then(watch.End, () =>
        {
            api.Fail(HttpStatusCode.Gone, "Expired");
            api.Answer(Samples.List("90", "next", [_after[0]]));
            api.Answer(Samples.List("90", _after[1], _after[2])[..^40]);
            Recovers(api);
        }),
        ["an empty answer"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.Gone, "Expired").Answer(""))),
        ["an answer of another kind"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.Gone, "Expired").Answer("""{"kind":"Status","status":"Success"}"""))),
        ["a page of a proxy"] = (api, watch) => Then(watch.End, () => Recovers(api.Fail(HttpStatusCode.Gone, "Expired").Answer("<html>Welcome</html>", mediaType: "text/html"))),
    };

    private static Task Then(Action first, Action second)
    {
        second();
        first();
        return Task.CompletedTask;
    }

    /// <summary>From now on the server answers as it should: a list is whole, and a watch tells what came after the version it begins at.</summary>
    private static void Recovers(ScriptedApi api)
    {
        for (var requests = 0; requests < 10; requests++)
            api.Answer(request => new HttpResponseMessage { Content = request.IsWatch ? new StreamContent(Missed(request)) : new StringContent(Samples.List("90", _after)) });
    }

    private static Stream Missed(ScriptedRequest request)
    {
        var watch = new ScriptedWatch();
        if (int.Parse(request["resourceVersion"]!) < 20)
            _ = watch.SendAsync(_changes);
        return watch.Stream;
    }
}
