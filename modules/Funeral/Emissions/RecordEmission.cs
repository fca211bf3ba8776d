using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Furnaces;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Emissions;

/// <summary>登记排放读数, typed or sent by a sensor's program with a key of its own. What is over the limit is kept and told, never refused.</summary>
internal sealed class RecordEmission(CaseFile file, Reading reading) : IUseCase<RecordEmission.Request, RecordEmission.Reply>
{
    /// <param name="Pollutant">particulate, so2, nox, co, hcl, hg or dioxin.</param>
    /// <param name="TakenAt">Local date and time; now when empty.</param>
    public sealed record Request(string Cremator, string Pollutant, string Value, string? TakenAt, ReadingSource Source = ReadingSource.Manual);

    /// <param name="Limit">Null where no rule sets one.</param>
    public sealed record Reply(Guid Id, decimal Value, decimal? Limit, bool Over);

    public Permission Permission => FuneralPermissions.RecordEmissions;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var value = Amounts.Read(reading, request.Value, nameof(request.Value), "读数", 1_000_000, required: true);
        var taken = reading.Instant(request.TakenAt, nameof(request.TakenAt), "监测时间", required: false) ?? file.Now;
        if (Pollutants.All.All(p => p.Code != request.Pollutant)) reading.Refuse(FurnaceProblems.PollutantUnknown);
        if (taken > file.Now) reading.Refuse(FurnaceProblems.TakenAtNone);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Cremator && r.Kind == ResourceKind.Cremator, ct) is not { } furnace || !file.Reaches(furnace.Institution)) return KernelProblems.NotFound;
        var limit = Limit(request.Pollutant, file.Institution(furnace.Institution)?.Division ?? "0", taken);
        var cremation = await file.Db.Cremations.AsNoTracking().Where(c => c.Cremator == furnace.Id && c.StartedAt <= taken && (c.FinishedAt == null || c.FinishedAt >= taken)).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        var made = new EmissionReading
        {
            Institution = furnace.Institution,
            Cremator = furnace.Id,
            CremationId = cremation,
            Pollutant = request.Pollutant,
            Value = value!.Value,
            Limit = limit,
            Over = value > limit,
            Source = request.Source,
            TakenAt = taken,
            RecordedBy = file.By.Id,
            At = file.Now,
        };
        file.Db.Add(made);
        return new Reply(made.Id, made.Value, made.Limit, made.Over);
    }

    private decimal? Limit(string pollutant, string division, DateTimeOffset at)
        => file.Rules.Find(Pollutants.Rule(pollutant), division, Anmin.Ui.Words.ChineseTime.DayOf(at, file.Zone)) is { Ok: true } rule && decimal.TryParse(rule.Value!.Value, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordEmission, Request, Reply>("/emissions");
}

/// <summary>Amounts as people type them from a meter.</summary>
internal static class Amounts
{
    public static decimal? Read(Reading reading, string? text, string field, string label, decimal most, bool required = false)
    {
        var typed = new string([.. (text ?? "").Trim().Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
        if (typed.Length == 0)
        {
            if (required) reading.Refuse(KernelProblems.Required(field, label));
            return null;
        }
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= most && decimal.Round(value, 4) == value) return value;
        reading.Refuse(new("funeral.reading.number", $"{label}请填0到{most.ToString("0", CultureInfo.InvariantCulture)}的数，小数最多四位。", ProblemKind.Invalid, field));
        return null;
    }
}
