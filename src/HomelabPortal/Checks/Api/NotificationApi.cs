using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Api;

internal static class NotificationApi
{
    public static void MapNotificationApi(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/notifications").WithTags("Notifications");
        group.MapGet("", Outbox).RequireAct(Act.SeeLab).Produces<Listing<OutboxEntry>>().WithSummary("The newest messages, and what became of them");
        group.MapGet("/channels", List).RequireAct(Act.SeeLab).Produces<IReadOnlyList<ChannelResource>>().WithSummary("Where notifications go");
        group.MapGet("/channels/{id}", Get).RequireAct(Act.SeeLab).Produces<ChannelResource>().Tagged().Fails(404).WithSummary("One channel");
        group.MapPost("/channels", CreateAsync).RequireAct(Act.EditChannels).Produces<ChannelResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Make a channel");
        group.MapPut("/channels/{id}", ChangeAsync).RequireAct(Act.EditChannels).RequireIfMatch().Produces<ChannelResource>().Tagged(isReading: false).WithSummary("Change a channel");
        group.MapDelete("/channels/{id}", RemoveAsync).RequireAct(Act.EditChannels).RequireIfMatch().Produces(204).Fails(422).WithSummary("Remove a channel; what waits for it is dropped");
        group.MapPost("/channels/{id}/test", TestAsync).RequireAct(Act.EditChannels).Produces(204).Fails(404, 409).WithSummary("Send a test now");
    }

    private static ApiAnswer Outbox(Live<OutboxState> live) => ApiAnswer.Of(Listing<OutboxEntry>.Of(Freshness.Of(live.Current), live.Current.Value.Entries));

    private static ApiAnswer List(DesiredStore desired, Live<OutboxState> live) =>
        ApiAnswer.Of(desired.Current.Channels.Select(channel => ChannelResource.Of(channel, live.Current.Value)).ToList());

    private static ApiAnswer Get(string id, DesiredStore desired, Live<OutboxState> live)
    {
        var channel = Find(desired.Current, id);
        return ChannelResource.Of(channel, live.Current.Value).ToAnswer(channel);
    }

    private static Task<IResult> CreateAsync(JsonBody<ChannelWish> body, HttpContext http, ChangeDesk desk, DesiredIds ids, ChannelSecrets secrets, IOptions<CheckOptions> options)
    {
        var id = ids.NewExposure();
        return desk.SaveAsync(http, _ => Task.FromResult(
            Save(Read(body.Value, id, null, ids, options.Value), "Make", secrets, StatusCodes.Status201Created, $"{http.Request.Path}/{id}")));
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<ChannelWish> body, HttpContext http, ChangeDesk desk, DesiredIds ids, ChannelSecrets secrets, IOptions<CheckOptions> options) =>
        desk.SaveAsync(http, state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, ChannelResource.TagOf(before));
            return Task.FromResult(Save(Read(body.Value, id, before, ids, options.Value), "Change", secrets, StatusCodes.Status200OK, null));
        });

    private static Draft Save((DesiredChannel Channel, string? Secret, string? Address) read, string verb, ChannelSecrets secrets, int status, string? location)
    {
        var answer = ApiAnswer.Of(ChannelResource.Of(read.Channel, OutboxState.Empty), ChannelResource.TagOf(read.Channel), status) with { Location = location };
        return new Draft(new DesiredEdit.PutChannel(read.Channel), $"{verb} the channel {read.Channel.Name}", answer)
        {
            Alongside = (context, stop) => secrets.KeepAsync(context, read.Channel, read.Secret, read.Address, stop),
        };
    }

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var channel = Find(state, id);
            EntityTags.RequireMatch(http.Request, ChannelResource.TagOf(channel));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveChannel(id), $"Remove the channel {channel.Name}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> TestAsync(string id, HttpContext http, DesiredStore desired, ChannelActs acts)
    {
        var outcome = await acts.TestAsync(Find(desired.Current, id).Id, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static (DesiredChannel Channel, string? Secret, string? Address) Read(ChannelWish wish, string id, DesiredChannel? before, DesiredIds ids, CheckOptions options)
    {
        var read = ChannelReading.Read(wish.ToForm(), id, before, ids.NewSecret(), options.AllowLoopback);
        return read.Channel is { } channel ? (channel, read.Secret, read.Address) : throw new ProblemException(Problem.Invalid(read.Faults));
    }

    private static DesiredChannel Find(DesiredState state, string id) => state.FindChannel(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
