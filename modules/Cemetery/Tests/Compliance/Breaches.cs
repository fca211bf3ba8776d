using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Compliance;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Tests.Compliance;

/// <summary>Rights and burials as an old register or a careless clerk would have them, and the run that looks at them.</summary>
internal static class Breaches
{
    public static async Task<RunCompliance.Reply> RunAsync(this TestApp app, string institution = "ce-1", string as_ = "县局")
        => Yard.Must(await app.As(as_).RunAsync(s => s.GetRequiredService<RunCompliance>(), new RunCompliance.Request(institution)));

    public static Task<List<Finding>> FindingsAsync(this TestApp app, Guid position) => app.ReadAsync(db => db.Findings.AsNoTracking().Where(f => f.PositionId == position && f.ClearedOn == null).OrderBy(f => f.Rule).ToListAsync());

    public static async Task<List<string>> RulesAsync(this TestApp app, Guid position) => [.. (await app.FindingsAsync(position)).Select(f => f.Rule)];

    public static async Task<Guid> SoldAsync(this TestApp app, Position position, Sell.Request? how = null, string as_ = "公墓销售")
        => Yard.Must(await app.As(as_).RunAsync(s => ActivatorUtilities.CreateInstance<Sell>(s), (how ?? new Sell.Request()) with { Position = position.Id })).Right;

    public static async Task BuriedAsync(this TestApp app, Guid right, IntermentKind kind = IntermentKind.Urn, string person = "周桂兰")
        => Yard.Must(await app.As("公墓销售").RunAsync(s => ActivatorUtilities.CreateInstance<Bury>(s), new Bury.Request(right, kind, person)));

    public static Task SetAsync(this TestApp app, Guid position, string set) => app.SqlAsync($"update cemetery_position set {set} where code = '{app.PositionAsync(position).GetAwaiter().GetResult().Code}'");
}

internal sealed class Sell(CemeteryDesk desk) : IUseCase<Sell.Request, Sell.Reply>
{
    private static int sold;

    public sealed record Request(Guid Position = default, RightBasis Basis = RightBasis.CremationCertificate, string? BasisNumber = "HH-1", string? Approver = null, long UseFen = 95000, int Years = 20, int CareYears = 20, DateOnly? On = null, string? HolderId = null, string Phone = "13812340000", RightKind Kind = RightKind.Grave);

    public sealed record Reply(Guid Right);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var position = await desk.Db.Positions.FirstAsync(p => p.Id == request.Position, ct);
        var on = request.On ?? desk.Today;
        var right = PlotRight.Hold(position, request.Kind, null, null, desk.Now.AddHours(24), desk.By, desk.Now);
        var number = Interlocked.Increment(ref sold);
        var id = request.HolderId is null ? null : Yard.Must(IdNumber.ParseResident(request.HolderId, desk.Today));
        var terms = new ContractTerms($"GM-S-{number:D6}", PersonName.Parse("周建国").Value!, id, PhoneNumber.Parse(request.Phone).Value!, "子女", request.Basis, request.BasisNumber, null, PersonName.Parse("周桂兰").Value!, null,
            request.Approver, on, on.AddYears(request.Years).AddDays(-1), on.AddYears(request.CareYears).AddDays(-1), request.UseFen, 2000, "ce-1-2024", desk.Now.AddDays(7));
        Yard.Must(right.Sign(terms, request.UseFen, desk.By, on, desk.Now));
        Yard.Must(right.Pay(desk.Now));
        Yard.Must(right.Activate($"AZ-S-{number:D6}", desk.Now));
        position.Follow(right.State, 0);
        desk.Db.Add(right);
        return new Reply(right.Id);
    }
}

internal sealed class Bury(CemeteryDesk desk) : IUseCase<Bury.Request, Done>
{
    public sealed record Request(Guid Right, IntermentKind Kind, string Person);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var right = await desk.Db.PlotRights.FirstAsync(r => r.Id == request.Right, ct);
        desk.Db.Add(Interment.Of(right, request.Kind, PersonName.Parse(request.Person).Value!, null, null, null, 0, null, null, desk.Today, desk.By));
        return Done.It;
    }
}
