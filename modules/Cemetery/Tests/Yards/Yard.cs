using System.Runtime.CompilerServices;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Tests.Yards;

/// <summary>Grounds nobody else has, for tests: a section with its positions, and rights brought to where a test begins.</summary>
internal static class Yard
{
    private static int sections;

    public static T Must<T>(Outcome<T> outcome, [CallerArgumentExpression(nameof(outcome))] string? what = null)
        => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"{what}: {problem.Code} {problem.Message}");

    /// <summary>A section of its own with <paramref name="count"/> free positions in one row.</summary>
    public static async Task<IReadOnlyList<Position>> PositionsAsync(this TestApp app, int count = 1, string institution = "ce-1", SectionKind kind = SectionKind.Graves, int capacity = 2, string? use = "plot-single", string? care = "plot-care", string as_ = "公墓园务", int perRow = int.MaxValue)
    {
        var code = "T" + Interlocked.Increment(ref sections);
        var made = Must(await app.As(as_).RunAsync(s => ActivatorUtilities.CreateInstance<Plant>(s), new Plant.Request(institution, code, kind, count, capacity, use, care, perRow)));
        return await app.ReadAsync(db => db.Positions.AsNoTracking().Where(p => p.SectionId == made.Section).OrderBy(p => p.Number).ToListAsync());
    }

    public static Task<Position> PositionAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.Positions.AsNoTracking().FirstAsync(p => p.Id == id));

    public static Task<PlotRight> RightAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.PlotRights.AsNoTracking().Include(r => r.Terms).FirstAsync(r => r.Id == id));

    /// <summary>A right that is in force, by the entity's own steps and in the commits of the Gate.</summary>
    public static async Task<Guid> ActiveAsync(this TestApp app, Position position, string user = "周桂兰", DateOnly? from = null, int years = 20, string as_ = "公墓销售")
        => Must(await app.As(as_).RunAsync(s => ActivatorUtilities.CreateInstance<Grant>(s), new Grant.Request(position.Id, user, from, years))).Right;
}

/// <summary>Plants a section and its positions.</summary>
internal sealed class Plant(CemeteryDesk desk) : IUseCase<Plant.Request, Plant.Reply>
{
    public sealed record Request(string Institution, string Code, SectionKind Kind, int Count, int Capacity, string? Use, string? Care, int PerRow = int.MaxValue);

    public sealed record Reply(Guid Section);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var division = desk.Institution(request.Institution)!.Division;
        var section = Section.Open(request.Institution, division, request.Code, request.Code + "区", request.Kind, 1, request.Use, request.Care, null, desk.By, desk.Now).Value!;
        desk.Db.Add(section);
        for (var i = 1; i <= request.Count; i++)
        {
            var position = new Position { SectionId = section.Id, Division = division, Institution = request.Institution, Code = $"{request.Institution}-{request.Code}-{1 + (i - 1) / request.PerRow}-{i}", Row = 1 + (i - 1) / request.PerRow, Layer = request.Kind == SectionKind.Niches ? 1 : 0, Number = i, Capacity = request.Capacity, AreaCm2 = 5000, Stone = StoneKind.Flat, X = i * 100, Y = 0 };
            position.Open();
            desk.Db.Add(position);
        }
        return Task.FromResult<Outcome<Reply>>(new Reply(section.Id));
    }
}

internal sealed class Grant(CemeteryDesk desk) : IUseCase<Grant.Request, Grant.Reply>
{
    private static int granted;

    public sealed record Request(Guid Position, string User, DateOnly? From, int Years);

    public sealed record Reply(Guid Right);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var position = await desk.Db.Positions.FirstAsync(p => p.Id == request.Position, ct);
        var from = request.From ?? desk.Today;
        var right = PlotRight.Hold(position, RightKind.Grave, null, null, desk.Now.AddHours(24), desk.By, desk.Now);
        var number = Interlocked.Increment(ref granted);
        var terms = new ContractTerms($"GM-T-{number:D6}", PersonName.Parse("周建国").Value!, null, PhoneNumber.Parse("13812345678").Value!, "子女", RightBasis.CremationCertificate, $"HH-T-{number}", null, PersonName.Parse(request.User).Value!, null,
            null, from, from.AddYears(request.Years).AddDays(-1), from.AddYears(request.Years).AddDays(-1), 95000, 2000, "ce-1-2024", desk.Now.AddDays(7));
        Yard.Must(right.Sign(terms, 135000, desk.By, desk.Today, desk.Now));
        Yard.Must(right.Pay(desk.Now));
        Yard.Must(right.Activate($"AZ-T-{number:D6}", desk.Now));
        position.Follow(right.State, 0);
        desk.Db.Add(right);
        return new Reply(right.Id);
    }
}
