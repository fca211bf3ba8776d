using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Public;

/// <summary>取消网上留位, with the address of the confirmation and the telephone once more. Asked twice it answers the same.</summary>
internal sealed class CancelOnlineHold(CemeteryDesk desk, Reading reading, HoldReceipts receipts) : IUseCase<CancelOnlineHold.Request, Done>
{
    private const string Why = "公众取消网上留位";

    public sealed record Request(string? Receipt, string? Phone);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "您的手机号");
        if (reading.Problem is { } bad) return bad;
        if (receipts.Read(request.Receipt) is not { } id || await desk.Db.AcrossScopes<PlotRight>(Why).FirstOrDefaultAsync(r => r.Id == id, ct) is not { } right) return PublicProblems.NoHold;
        if (right.HolderPhone?.Normal != phone!.Normal) return PublicProblems.OtherPhone;
        desk.Context.About(right.Id);
        if (right.State == RightState.Cancelled) return Done.It;
        if (right.State != RightState.Held || right.HasLapsed(desk.Now)) return PublicProblems.NotHeldAnyMore;
        if (!right.Cancel("本人在网上取消", desk.Now).Try(out _, out var problem)) return problem;
        (await desk.Db.AcrossScopes<Position>(Why).FirstAsync(p => p.Id == right.PositionId, ct)).Follow(null, 0);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelOnlineHold, Request, Done>("/public/plot-holds/cancel");
}

/// <summary>What the confirmation of a hold shows: the place and until when, no name and no number.</summary>
internal sealed class GetOnlineHold(CemeteryDesk desk, PublicYard yard, HoldReceipts receipts) : IQuestion<GetOnlineHold.Request, GetOnlineHold.Reply>
{
    private const string Why = "公众查看自己的留位";

    public sealed record Request(string Receipt);

    public sealed record Reply(string Number, RightState State, string Institution, string InstitutionName, string Phone, string Hours, string Code, string Place, DateTimeOffset Until, IReadOnlyList<string> Papers);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (receipts.Read(request.Receipt) is not { } id
            || await desk.Db.AcrossScopes<PlotRight>(Why).AsNoTracking().Where(r => r.Id == id).Select(r => new { r.State, r.LapsesAt, r.HeldAt, r.PositionId, r.Institution, r.Division }).FirstOrDefaultAsync(ct) is not { } right) return PublicProblems.NoHold;
        var position = await yard.Positions.FirstAsync(p => p.Id == right.PositionId, ct);
        var section = await desk.Db.AcrossScopes<Section>(Why).AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        var ground = desk.Institution(right.Institution);
        var state = right.State == RightState.Held && right.LapsesAt <= desk.Now ? RightState.Lapsed : right.State;
        return new Reply(HoldReceipts.NumberOf(id), state, right.Institution!, ground?.Name ?? "", ground?.Phone ?? "", ground?.Hours ?? "", position.Code,
            PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number), right.LapsesAt ?? right.HeldAt, yard.Papers(right.Division));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetOnlineHold, Request, Reply>("/public/plot-holds/{receipt}");
}
