using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare.Access;

internal static class AccessCalls
{
    private const int PerPage = 50;
    private const int MaxPerPage = 1000;
    private const int Created = 201;
    private const int Accepted = 202;

    public static Answer Organization(Call call) => new(Of(call).Organization!.DeepClone());

    public static Answer Applications(Call call)
    {
        var state = Of(call);
        return Answer.Page([.. state.Applications.All.Select(application => Shown(state, application))], call, PerPage, MaxPerPage);
    }

    public static Answer Application(Call call)
    {
        var state = Of(call);
        return new Answer(Shown(state, state.Applications.Find(call.Route["item"])));
    }

    public static Answer CreateApplication(Call call)
    {
        var state = Of(call);
        return new Answer(Shown(state, state.AddApplication(call.RequiredBody)), Status: Created);
    }

    public static Answer ReplaceApplication(Call call)
    {
        var state = Of(call);
        var id = call.Route["item"];
        state.Applications.Find(id);
        return new Answer(Shown(state, state.Applications.Replace(id, AccessApplicationRules.Complete(call.RequiredBody, state, id))));
    }

    public static Answer DeleteApplication(Call call) => new(Of(call).Applications.Remove(call.Route["item"]), Status: Accepted);

    public static Answer Policies(Call call)
    {
        var state = Of(call);
        return Answer.Page([.. state.Policies.All.Select(policy => ShownPolicy(state, policy))], call, PerPage, MaxPerPage);
    }

    public static Answer Policy(Call call)
    {
        var state = Of(call);
        return new Answer(ShownPolicy(state, state.Policies.Find(call.Route["item"])));
    }

    public static Answer CreatePolicy(Call call)
    {
        var state = Of(call);
        return new Answer(ShownPolicy(state, state.AddPolicy(call.RequiredBody)), Status: Created);
    }

    public static Answer ReplacePolicy(Call call)
    {
        var state = Of(call);
        var id = call.Route["item"];
        state.Policies.Find(id);
        return new Answer(ShownPolicy(state, state.Policies.Replace(id, AccessPolicyRules.Complete(call.RequiredBody))));
    }

    public static Answer DeletePolicy(Call call)
    {
        var state = Of(call);
        var id = call.Route["item"];
        if (Users(state, state.Policies.Find(id)) is > 0 and var users)
            throw CloudflareErrors.InvalidAccess($"the policy is used by {users} applications");
        return new Answer(state.Policies.Remove(id), Status: Accepted);
    }

    public static Answer Tags(Call call)
    {
        var state = Of(call);
        return Answer.Page([.. state.Tags.Select(tag => Tag(state, tag))], call, PerPage, MaxPerPage);
    }

    public static Answer CreateTag(Call call)
    {
        var state = Of(call);
        if ((string?)call.RequiredBody["name"] is not { Length: > 0 and <= 35 } name) throw CloudflareErrors.InvalidAccess("a tag's name has 1 to 35 characters");
        if (state.Tags.Contains(name)) throw CloudflareErrors.InvalidAccess("the tag exists already");
        state.Tags.Add(name);
        return new Answer(Tag(state, name), Status: Created);
    }

    public static Answer Groups(Call call) => List(call, state => state.Groups);

    /// <summary>Alone among the lists these bear no timestamps.</summary>
    public static Answer IdentityProviders(Call call)
        => Answer.Page([.. Of(call).IdentityProviders.All.Select(WithoutTimes)], call, PerPage, MaxPerPage);

    public static Answer ServiceTokens(Call call) => List(call, state => state.ServiceTokens);

    private static Answer List(Call call, Func<AccessState, AccessShelf> shelf) => Answer.Page(shelf(Of(call)).All, call, PerPage, MaxPerPage);

    private static JsonObject WithoutTimes(JsonObject item)
    {
        var shown = item.DeepClone().AsObject();
        shown.Remove("created_at");
        shown.Remove("updated_at");
        return shown;
    }

    private static AccessState Of(Call call)
    {
        call.Account();
        return call.State.Access is { Organization: not null } state ? state : throw CloudflareErrors.AccessNotEnabled();
    }

    private static JsonObject Shown(AccessState state, JsonObject application)
    {
        var shown = application.DeepClone().AsObject();
        shown["aud"] = StableId.Hex("aud/" + application["id"], 64);
        shown["policies"] = new JsonArray([.. (application["policies"] as JsonArray ?? []).Select((id, index) =>
        {
            var policy = ShownPolicy(state, state.Policies.Find((string)id!));
            policy.Remove("app_count");
            policy.Remove("reusable");
            policy["precedence"] = index + 1;
            return (JsonNode)policy;
        })]);
        return shown;
    }

    private static JsonObject ShownPolicy(AccessState state, JsonObject policy)
    {
        var shown = policy.DeepClone().AsObject();
        shown["app_count"] = Users(state, policy);
        shown["reusable"] = true;
        return shown;
    }

    private static int Users(AccessState state, JsonObject policy)
        => state.Applications.All.Count(application => (application["policies"] as JsonArray ?? []).Any(id => (string?)id == (string?)policy["id"]));

    private static JsonObject Tag(AccessState state, string tag) => new()
    {
        ["name"] = tag,
        ["app_count"] = state.Applications.All.Count(application => (application["tags"] as JsonArray ?? []).Any(name => (string?)name == tag)),
    };
}
