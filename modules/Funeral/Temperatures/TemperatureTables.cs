using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Temperatures;

internal static class TemperatureTables
{
    extension(AnminDb db)
    {
        public DbSet<TemperatureReading> TemperatureReadings => db.Set<TemperatureReading>();
        public DbSet<TemperatureAlarm> TemperatureAlarms => db.Set<TemperatureAlarm>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<TemperatureReading>(t =>
        {
            t.ToTable("funeral_temperature", b => b.HasCheckConstraint("funeral_temperature_sane", "tenths between -600 and 600")).AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Zone).HasMaxLength(40);
            t.Property(e => e.Sensor).HasMaxLength(60);
            t.HasIndex(e => new { e.Institution, e.Zone, e.Sensor, e.At }).IsUnique().HasDatabaseName("funeral_temperature_once");
            t.HasIndex(e => new { e.Institution, e.Zone, e.At });
        });
        model.Entity<TemperatureAlarm>(t =>
        {
            t.ToTable("funeral_temperature_alarm", b =>
            {
                b.HasCheckConstraint("funeral_alarm_said", "acknowledged_at is null or (acknowledged_by is not null and length(reason) > 0)");
                b.HasCheckConstraint("funeral_alarm_order", "ended_at is null or ended_at >= raised_at");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Zone).HasMaxLength(40);
            t.Property(e => e.Reason).HasMaxLength(500);
            t.HasIndex(e => new { e.Institution, e.Zone, e.Kind }).IsUnique().HasDatabaseName("funeral_alarm_one").HasFilter("ended_at is null");
            t.HasIndex(e => new { e.Institution, e.RaisedAt }).HasDatabaseName("funeral_alarm_queue").HasFilter("acknowledged_at is null");
            t.HasIndex(e => new { e.Institution, e.Id });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_temperature_once"] = TemperatureProblems.SaidOtherwise,
        ["funeral_temperature.institution, funeral_temperature.zone, funeral_temperature.sensor, funeral_temperature.at"] = TemperatureProblems.SaidOtherwise,
        ["funeral_temperature_sane"] = TemperatureProblems.Absurd,
        ["funeral_alarm_one"] = TemperatureProblems.AlarmThere,
        ["funeral_temperature_alarm.institution, funeral_temperature_alarm.zone, funeral_temperature_alarm.kind"] = TemperatureProblems.AlarmThere,
        ["funeral_alarm_said"] = TemperatureProblems.AlarmThere,
    };
}

internal static class TemperatureProblems
{
    public static readonly Problem Unread = new("funeral.temperature.unread", "温度看不懂。请填数字，例如 3.5 或 -18。", ProblemKind.Invalid, "Celsius");

    public static readonly Problem Absurd = new("funeral.temperature.absurd", "温度要在-60℃到60℃之间。请核对温度计或传感器。", ProblemKind.Invalid, "Celsius");

    public static readonly Problem InFuture = new("funeral.temperature.future", "读数时间晚于现在5分钟以上。请核对传感器的时钟。", ProblemKind.Invalid, "At");

    public static readonly Problem TooOld = new("funeral.temperature.old", "读数时间早于30天前，不能再补。请核对传感器的时钟。", ProblemKind.Invalid, "At");

    public static readonly Problem ZoneUnknown = new("funeral.temperature.zone", "本馆没有这个冷藏区。请从列表中选择。", ProblemKind.Invalid, "Zone");

    public static readonly Problem SaidOtherwise = new("funeral.temperature.twice", "这个传感器在这个时刻已有读数。请刷新后核对。", ProblemKind.Conflict);

    public static readonly Problem TooMany = new("funeral.temperature.too-many", "一次最多报500个读数。请分几次报。", ProblemKind.Invalid, "Readings");

    public static readonly Problem NothingSaid = new("funeral.temperature.none", "没有读数。请至少报一个。", ProblemKind.Invalid, "Readings");

    public static readonly Problem AlarmThere = new("funeral.temperature.alarm", "这个冷藏区已有同样的报警。请刷新后处理那一条。", ProblemKind.Conflict);

    public static readonly Problem AlarmDone = new("funeral.temperature.alarm-done", "这条报警已有同事处理。请刷新。", ProblemKind.Conflict);
}
