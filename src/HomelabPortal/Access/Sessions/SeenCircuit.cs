using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HomelabPortal.Access.Sessions;

/// <summary>An open page makes no requests, so what is done on it counts as use of its session.</summary>
internal sealed class SeenCircuit(SessionSeen seen, CurrentActor current) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            seen.Note(current.Actor.SessionId);
            return next(context);
        };
}
