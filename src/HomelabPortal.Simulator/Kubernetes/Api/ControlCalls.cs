using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Fleet;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>What no real server has: <c>/simulator/churn?rate=50&amp;hot=10</c> lets a script from outside drive a measurement.</summary>
internal sealed class ControlCalls(PodChurn churn)
{
    public const string Prefix = "/simulator/";

    public Task RunAsync(HttpContext context, string user)
    {
        if (context.Request.Path != Prefix + "churn") throw Statuses.NoSuchResource();
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (!Access.Allows(user, "update", "churn")) throw Statuses.Forbidden(null, null, "the read-only token cannot set the churn");
            churn.Set(Rate(context.Request.Query["rate"].ToString()), Hot(context.Request.Query["hot"].ToString()));
        }
        return Answers.WriteAsync(context, new JsonObject { ["rate"] = churn.Rate, ["sent"] = churn.Sent, ["epoch"] = churn.Epoch });
    }

    private static double Rate(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 10_000
            ? rate
            : throw Statuses.BadRequest("rate must be a number of changes a second from 0 to 10000");

    private static int? Hot(string text) => text.Length == 0 ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pods) && pods > 0
            ? pods
            : throw Statuses.BadRequest("hot must be a number of pods above 0");
}
