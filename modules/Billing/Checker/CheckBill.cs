using Anmin.Billing.Pricing;
using Anmin.Billing.Public;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Checker;

/// <summary>核对收费单: a bill of any institution against the list in force on its day. A question: nothing of the bill is kept.</summary>
internal sealed class CheckBill(PublicLists lists, AliasBook aliases, FaultLaws laws, IInstitutionDirectory institutions, Reading reading) : IQuestion<CheckBill.Request, CheckBill.Reply>
{
    /// <summary>As typed. Amounts in 元; the day as people write it, today where empty.</summary>
    public sealed record Request(string? Institution, string? Date, IReadOnlyList<Line>? Lines, string? Age = null, bool Infectious = false, string? Grade = null, string? Total = null);

    /// <param name="Chosen">An item's code, or <c>-</c> for none of the list.</param>
    /// <param name="Kilometres">One way.</param>
    /// <param name="Within">Number of the line it is contained in.</param>
    public sealed record Line(string? Name, string? Quantity = null, string? Unit = null, string? Amount = null, string? Chosen = null, string? Match = null, string? Kilometres = null, string? Floor = null, bool Lift = false, string? Cost = null, string? Within = null);

    /// <param name="Law">Law and article by the rules of the day; empty where none is known.</param>
    public sealed record Fault(FaultKind Kind, string Label, long OverFen, string Words, string Law);

    /// <param name="Code">The item it was held against; null where none.</param>
    /// <param name="Choices">What else it could be, by code and name.</param>
    /// <param name="Types">Zones, sizes or layers to choose from.</param>
    public sealed record Row(int Number, string Name, long ChargedFen, string? Code, string? Item, MatchWay How, bool IsPackage, long? MostFen, IReadOnlyList<string> Steps, IReadOnlyList<Fault> Faults, Lacking Lacking, string? Ask, IReadOnlyList<Option> Choices, IReadOnlyList<string> Types);

    public sealed record Option(string Code, string Name);

    public sealed record Reply(string Institution, string InstitutionName, string List, string Document, DateOnly Date, DateOnly From, IReadOnlyList<Row> Lines, IReadOnlyList<Fault> Whole, long ChargedFen, long OverFen, int Faults, int Asks);

    public const int MostLines = 200;
    public const int LongestName = 80;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (institutions.Find(request.Institution ?? "") is not { } institution) return CheckerProblems.Institution;
        var day = lists.Day(request.Date).Try(out var asked, out var unread) ? asked : lists.Today;
        if (unread is not null) return unread.At(nameof(request.Date));
        if (day > lists.Today) return CheckerProblems.Future;
        if (!BillReading.Read(request, day).Try(out var bill, out var problem)) return problem;
        reading.Text(request.Grade, nameof(request.Grade), "机构等级", 20, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await lists.OneAsync(institution.Id, day, ct) is not { } shown) return CheckerProblems.NoList(institution.Name, day);
        var told = BillCheck.Of(shown.Printed, bill, aliases.Names);
        return new Reply(institution.Id, institution.Name, shown.Head.Code, shown.Head.Document, day, shown.Head.From, [.. told.Lines.Select(v => RowOf(v, day))], [.. told.Whole.Select(f => FaultOf(f, day))], told.Charged, told.Over, told.Faults, told.Asks);
    }

    private Row RowOf(LineVerdict v, DateOnly day) => new(v.Line.Number, v.Line.Name, v.Line.Charged, v.Item?.Code, v.Item?.Name, v.Match.Way, v.IsPackage, v.Most, v.Steps, [.. v.Findings.Select(f => FaultOf(f, day))], v.Lacking, v.Ask,
        [.. v.Match.Others.Select(i => new Option(i.Code, i.Name))], [.. v.Item?.Terms.Where(t => t.Kind == TermKind.Amount).Select(t => t.Match ?? "") ?? []]);

    private Fault FaultOf(Finding f, DateOnly day) => new(f.Kind, FaultLaws.Label(f.Kind), f.Over, f.Words, laws.Of(f.Kind, day));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/public/bill-check", async (Request request, Gate gate, CheckBill question, CancellationToken ct) => Answers.Of(await gate.RunAsync(question, request, null, ct)))
        .WithName(nameof(CheckBill)).Produces<Reply>().ProducesProblem(400).ProducesProblem(404);
}
