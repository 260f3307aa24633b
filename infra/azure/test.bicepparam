using 'main.bicep'

// A trial with invented figures: the same parts as production, smaller.
param environment = 'test'
param location = 'westeurope'
param operators = { name: 'igw-operators', objectId: '00000000-0000-0000-0000-000000000000' }
param operatorNetworks = ['192.0.2.0/24']
param poolCapacity = 2
param nodes = { least: 1, most: 3, size: 'Standard_D2ds_v5' }
param backups = { immutableDays: 1, keptDays: 14 }
param logDays = 90
param budget = { amount: 600, start: '2026-01-01', contacts: ['beheer@voorbeeld.example'] }
