using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Lanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_place",
                columns: table => new
                {
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    booked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_batch = table.Column<int>(type: "integer", nullable: true),
                    ended_line = table.Column<int>(type: "integer", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_place", x => new { x.slot_id, x.ordinal });
                    table.CheckConstraint("booking_place_end", "(state = 'Booked') = (ended_at is null)");
                    table.CheckConstraint("booking_place_people", "people > 0");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    plan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    remaining = table.Column<int>(type: "integer", nullable: false),
                    counts_people = table.Column<bool>(type: "boolean", nullable: false),
                    most_people = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    close_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    closed_batch = table.Column<int>(type: "integer", nullable: true),
                    closed_line = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot", x => x.id);
                    table.CheckConstraint("booking_slot_order", "until > \"from\"");
                    table.CheckConstraint("booking_slot_remaining", "remaining >= 0 and remaining <= capacity");
                });

            migrationBuilder.CreateTable(
                name: "booking_slot_plan",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days_ahead = table.Column<int>(type: "integer", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    most_people = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_slot_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_lane",
                columns: table => new
                {
                    partition = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    backend = table.Column<int>(type: "integer", nullable: true),
                    renewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_lane", x => x.partition);
                    table.CheckConstraint("kernel_lane_epoch", "epoch >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "booking_place_key",
                table: "booking_place",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_place_phone",
                table: "booking_place",
                columns: new[] { "slot_id", "phone_index" },
                unique: true,
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "booking_slot_once",
                table: "booking_slot",
                columns: new[] { "plan", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "booking_slot_serial",
                table: "booking_slot",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_booking_slot_institution_date",
                table: "booking_slot",
                columns: new[] { "institution", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_lane_subject",
                table: "kernel_lane",
                column: "subject",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_place");

            migrationBuilder.DropTable(
                name: "booking_slot");

            migrationBuilder.DropTable(
                name: "booking_slot_plan");

            migrationBuilder.DropTable(
                name: "kernel_lane");
        }
    }
}
