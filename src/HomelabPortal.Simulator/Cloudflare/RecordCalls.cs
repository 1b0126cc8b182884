using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

internal static class RecordCalls
{
    private const int MaxPerPage = 5_000_000;

    public static Answer List(Call call) => Answer.Page(RecordFilter.Apply(call.Zone().Records, call.Query), call, 100, MaxPerPage);

    public static Answer Get(Call call) => new(call.Zone().Find(call.Route["record"]).DeepClone());

    public static Answer Export(Call call) => new(null) { PlainText = ZoneFile.Of(call.Zone(), call.State.Now) };

    public static Answer Create(Call call) => new(call.Zone().Create(call.RequiredBody).DeepClone());

    public static Answer Replace(Call call) => new(call.Zone().Replace(call.Route["record"], call.RequiredBody).DeepClone());

    public static Answer Patch(Call call) => new(call.Zone().Patch(call.Route["record"], call.RequiredBody).DeepClone());

    public static Answer Delete(Call call) => new(new JsonObject { ["id"] = call.Zone().Delete(call.Route["record"])["id"]!.DeepClone() });

    public static Answer Batch(Call call) => new(call.Zone().Batch(call.RequiredBody));
}
